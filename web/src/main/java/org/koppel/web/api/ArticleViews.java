package org.koppel.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.catalogue.ArticleDetail;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.StockDisplay;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Classification;
import org.koppel.document.Price;

/** What the API shows of articles. */
public final class ArticleViews {
    private ArticleViews() {}

    /** A price without VAT: {@code amount} in {@code currency} for {@code per} units. */
    public record PriceView(BigDecimal amount, String currency, BigDecimal per) {

        static PriceView of(Price price) {
            return price == null
                    ? null
                    : new PriceView(price.amount().amount(), price.amount().currency(), price.baseQuantity());
        }
    }

    /** What comes on top of the price, for one unit without VAT; {@code handling} OWN_LINE, IN_PRICE or NOT_RETURNED. */
    public record SurchargeView(
            String number, String name, BigDecimal amount, String currency, BigDecimal taxPercent, String handling) {

        static SurchargeView of(Surcharge s) {
            return new SurchargeView(
                    s.number(),
                    s.name(),
                    s.amount().amount(),
                    s.amount().currency(),
                    s.taxPercent(),
                    s.handling().name());
        }
    }

    /**
     * An article with what it costs this customer at the minimum quantity; units by UN/ECE Rec 20. {@code stock}, {@code available}
     * (at least the minimum is there) and {@code restock} are null where it was agreed not to show them.
     */
    public record ArticleView(
            String number,
            String description,
            boolean orderable,
            String unit,
            BigDecimal minimum,
            BigDecimal step,
            PriceView price,
            BigDecimal stock,
            Boolean available,
            LocalDate restock,
            int leadTimeDays,
            BigDecimal taxPercent,
            String buyersId,
            String manufacturer,
            String manufacturersId,
            String gtin,
            String successor,
            List<Classification> classifications,
            List<SurchargeView> surcharges) {

        static ArticleView of(Offer o, StockDisplay shown) {
            return new ArticleView(
                    o.article(),
                    o.description(),
                    o.visible(),
                    o.unit().value(),
                    o.minimum(),
                    o.step(),
                    PriceView.of(o.price()),
                    shown == StockDisplay.FIGURE ? o.stock() : null,
                    shown == StockDisplay.HIDDEN ? null : isAvailable(o),
                    shown == StockDisplay.HIDDEN ? null : o.restock(),
                    o.leadTimeDays(),
                    o.taxPercent(),
                    o.buyersId(),
                    o.manufacturer(),
                    o.manufacturersId(),
                    o.gtin(),
                    o.successor(),
                    o.classifications(),
                    o.surcharges().stream().map(SurchargeView::of).toList());
        }

        private static boolean isAvailable(Offer o) {
            return o.stock() != null && o.stock().signum() > 0 && o.stock().compareTo(o.minimum()) >= 0;
        }
    }

    /** The net price from a quantity on. */
    public record ScaleView(BigDecimal from, PriceView price) {}

    /** Everything about an article. */
    public record ArticleDetailView(
            ArticleView article,
            String brand,
            String text,
            List<ArticleDetail.Attribute> attributes,
            PriceView listPrice,
            List<ScaleView> scales,
            List<String> alternatives,
            List<String> accessories) {

        static ArticleDetailView of(ArticleDetail d, StockDisplay shown) {
            return new ArticleDetailView(
                    ArticleView.of(d.offer(), shown),
                    d.brand(),
                    d.text(),
                    d.attributes(),
                    PriceView.of(d.listPrice()),
                    d.scales().stream()
                            .map(s -> new ScaleView(s.fromQuantity(), PriceView.of(s.price())))
                            .toList(),
                    d.alternatives().stream().map(Offer::article).toList(),
                    d.accessories().stream().map(Offer::article).toList());
        }
    }
}
