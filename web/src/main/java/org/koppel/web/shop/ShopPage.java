package org.koppel.web.shop;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.koppel.catalogue.AttributeCount;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.SearchQuery;
import org.koppel.catalogue.SearchResult;
import org.koppel.catalogue.StockDisplay;
import org.koppel.document.Price;
import org.koppel.punchout.Budget;
import org.koppel.punchout.Visit;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;
import org.koppel.web.view.Texts;

/** What every page of the shop knows: whose visit it is, its words, its addresses, and how many lines the cart has. */
public record ShopPage(
        Visit visit,
        Texts texts,
        String base,
        String assets,
        String shopName,
        int cartLines,
        String query,
        StockDisplay stock) {

    /** Whether anything is said of stock. */
    public boolean showsStock() {
        return stock != StockDisplay.HIDDEN;
    }

    /** Whether stock is said in numbers. */
    public boolean showsFigures() {
        return stock == StockDisplay.FIGURE;
    }

    public String t(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Whether nothing can be changed: a cart is only looked at. */
    public boolean readOnly() {
        return visit.readOnly();
    }

    /** Whether what is handed over replaces an earlier cart. */
    public boolean replaces() {
        return visit.purpose().replaces();
    }

    public String article(String number) {
        return base + "articles/" + encoded(number);
    }

    public String picture(String number) {
        return base + "pictures/" + encoded(number);
    }

    public String line(String number) {
        return base + "cart/lines/" + encoded(number);
    }

    /** A number as one step of an address. */
    public String step(String number) {
        return encoded(number);
    }

    public String search(String text, String category, int page) {
        String address = base + "search?q=" + encoded(text == null ? "" : text);
        String narrowed = category == null ? address : address + "&category=" + encoded(category);
        return page == 0 ? narrowed : narrowed + "&page=" + page;
    }

    /** The address of a question with all its filters. */
    public String search(SearchQuery query) {
        StringBuilder address = new StringBuilder(search(query.text(), query.category(), 0));
        if (query.brand() != null) {
            address.append("&brand=").append(encoded(query.brand()));
        }
        if (query.inStock()) {
            address.append("&stock=1");
        }
        query.attributes().forEach(a -> address.append("&attr=").append(encoded(a)));
        if (query.sort() != SearchQuery.Sort.RELEVANCE) {
            address.append("&sort=").append(query.sort().name().toLowerCase(Locale.ROOT));
        }
        return query.page() == 0
                ? address.toString()
                : address.append("&page=").append(query.page()).toString();
    }

    public String category(String code) {
        return search("", code, 0);
    }

    /** A count beside a facet: {@code 12+} where not everything was looked at. */
    public String count(SearchResult result, int count) {
        return result.capped() ? count + "+" : String.valueOf(count);
    }

    /** By the attribute's name, in the order of the answer. */
    public Map<String, List<AttributeCount>> byName(List<AttributeCount> attributes) {
        return attributes.stream()
                .collect(Collectors.groupingBy(AttributeCount::name, LinkedHashMap::new, Collectors.toList()));
    }

    public String number(BigDecimal value) {
        return texts.number(value);
    }

    /** As it may stand in a form's field and be read again. */
    public String plain(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        return texts.locale().getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    public String money(Money money) {
        return texts.money(money.amount(), money.currency());
    }

    /** Whose it is: {@code yours}, {@code site Antwerp}, {@code the whole company}. */
    public String whose(Budget.Left left) {
        Budget budget = left.budget();
        if (budget.site() != null) {
            return t("budget.of.SITE", left.siteName() == null ? budget.site() : left.siteName());
        }
        return t(budget.buyer() != null ? "budget.of.BUYER" : "budget.of.CUSTOMER");
    }

    public String price(Price price) {
        return money(price.amount());
    }

    /** {@code per 100 m}, or {@code per piece}. */
    public String per(Price price, UnitCode unit) {
        boolean one = price.baseQuantity().compareTo(BigDecimal.ONE) == 0;
        return one ? t("price.per", unit(unit)) : t("price.per", quantity(price.baseQuantity(), unit));
    }

    /** The unit in the reader's language, or its ISO code. */
    public String unit(UnitCode unit) {
        return word("unit." + Units.iso(unit), Units.iso(unit));
    }

    /** The unit after a number: {@code pieces}, but {@code piece} after one. */
    public String units(UnitCode unit, BigDecimal count) {
        boolean one = count.compareTo(BigDecimal.ONE) == 0;
        return one ? unit(unit) : word("unit." + Units.iso(unit) + ".many", unit(unit));
    }

    private String word(String key, String otherwise) {
        return texts.has(key) ? t(key) : otherwise;
    }

    public String quantity(BigDecimal value, UnitCode unit) {
        return number(value) + "\u00a0" + units(unit, value);
    }

    /** How the article can be ordered, when that is not simply by one. */
    public String steps(Offer offer) {
        boolean free = offer.step().compareTo(BigDecimal.ONE) == 0;
        boolean fromOne = offer.minimum().compareTo(BigDecimal.ONE) <= 0;
        if (free && fromOne) {
            return "";
        }
        String minimum = quantity(offer.minimum(), offer.unit());
        return free ? t("order.minimum", minimum) : t("order.step", minimum, quantity(offer.step(), offer.unit()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
