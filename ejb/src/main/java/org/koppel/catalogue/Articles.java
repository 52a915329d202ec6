package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.koppel.catalogue.ArticleDetail.Scale;
import org.koppel.document.Price;
import org.koppel.shared.PartyId;

/** Articles as one customer sees them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Articles {
    private static final String ITSELF = "itself";

    @Inject
    private CatalogueDatabase database;

    @Inject
    private Offers offers;

    Articles() {} // for CDI

    Articles(CatalogueDatabase database, Offers offers) {
        this.database = database;
        this.offers = offers;
    }

    /**
     * Everything for an article's page. Empty when the supplier has no such number or it is outside the customer's assortment:
     * the two cannot be told apart. A dead article of the assortment is shown, with its successor. Two statements, for a dead
     * article three.
     */
    public Optional<ArticleDetail> detail(PartyId customer, String number, String language) {
        return detail(Audience.of(customer), number, language);
    }

    /** Long texts by number, in the language or else in English; without those that have none. One statement. */
    public Map<String, String> texts(List<String> numbers, String language) {
        Map<String, String> texts = new HashMap<>();
        database.query(
                        ListingQuery.TEXTS,
                        row -> new String[] {row.getString("number"), row.getString("text")},
                        language,
                        numbers.toArray(String[]::new))
                .forEach(t -> texts.put(t[0], t[1]));
        return texts;
    }

    /** Likewise for somebody who may see less than the customer. */
    public Optional<ArticleDetail> detail(Audience audience, String number, String language) {
        return database.query(audience, ArticleRow.SQL, ArticleRow::read, language, number.replace("\0", "")).stream()
                .findFirst()
                .map(row -> priced(row, audience, language));
    }

    private ArticleDetail priced(ArticleRow row, Audience audience, String language) {
        Map<String, Offer> priced = offers.offers(audience, questions(row), language);
        Offer itself = priced.get(ITSELF);
        Offer successor = itself.successor() == null
                ? null
                : offers.offers(audience, List.of(Wanted.article(itself.successor(), null)), language)
                        .get(itself.successor());
        return new ArticleDetail(
                itself,
                row.brand(),
                row.text(),
                row.path(),
                row.attributes(),
                row.listPrice(),
                scales(row, itself, priced),
                orderable(row.alternatives(), "instead:", priced),
                orderable(row.accessories(), "with:", priced),
                successor);
    }

    private static List<Offer> orderable(List<String> articles, String prefix, Map<String, Offer> priced) {
        return articles.stream()
                .map(a -> priced.get(prefix + a))
                .filter(Objects::nonNull)
                .filter(Offer::visible)
                .toList();
    }

    private static List<Wanted> questions(ArticleRow row) {
        List<Wanted> questions = new ArrayList<>();
        questions.add(wanted(ITSELF, row.number(), null));
        row.thresholds().forEach(q -> questions.add(wanted("from:" + q, row.number(), q)));
        row.alternatives().forEach(a -> questions.add(wanted("instead:" + a, a, null)));
        row.accessories().forEach(a -> questions.add(wanted("with:" + a, a, null)));
        return questions;
    }

    private static Wanted wanted(String key, String article, BigDecimal quantity) {
        return new Wanted(key, article, null, null, null, quantity);
    }

    /**
     * A quantity at which the price stays the same is no scale: a list price's, where the customer has a net price. Nor is one
     * without a price.
     */
    private static List<Scale> scales(ArticleRow row, Offer itself, Map<String, Offer> priced) {
        List<Scale> scales = new ArrayList<>();
        add(scales, itself.minimum(), itself.price());
        row.thresholds()
                .forEach(from -> add(scales, from, priced.get("from:" + from).price()));
        return scales;
    }

    private static void add(List<Scale> scales, BigDecimal from, Price price) {
        Price before = scales.isEmpty() ? null : scales.get(scales.size() - 1).price();
        if (price != null && !price.equals(before)) {
            scales.add(new Scale(OfferRow.plain(from, 0), price));
        }
    }
}
