package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;

/** What was agreed with a customer on how articles are shown and what goes home with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ArticleSettings {
    private final Recent<PartyId, Agreed> recent = new Recent<>();

    @Inject
    private CatalogueDatabase database;

    protected ArticleSettings() {} // for CDI

    ArticleSettings(CatalogueDatabase database) {
        this.database = database;
    }

    /** Both at once, as they are agreed. */
    public record Agreed(StockDisplay stock, Surcharge.Handling surcharges) {
        /** Where nothing was agreed. */
        public static final Agreed USUAL = new Agreed(StockDisplay.FIGURE, Surcharge.Handling.OWN_LINE);
    }

    /** {@link Agreed#USUAL} where nothing was agreed. */
    public Agreed of(PartyId customer) {
        return database
                .query(
                        "select stock, surcharges from article_setting where customer = ?",
                        row -> new Agreed(
                                StockDisplay.valueOf(row.getString("stock")),
                                Surcharge.Handling.valueOf(row.getString("surcharges"))),
                        customer.value())
                .stream()
                .findFirst()
                .orElse(Agreed.USUAL);
    }

    /** As it was at most two seconds ago, for every page asks; the figure where nothing was agreed. */
    public StockDisplay stock(PartyId customer) {
        return recent.get(customer, this::of).stock();
    }

    /** Takes the place of what was agreed before; carts and pages follow from the next request on. */
    @Transactional
    public void save(PartyId customer, Agreed agreed) {
        database.query(
                "insert into article_setting (customer, stock, surcharges) values (?, ?, ?) on conflict (customer)"
                        + " do update set stock = excluded.stock, surcharges = excluded.surcharges returning customer",
                row -> row.getString("customer"),
                customer.value(),
                agreed.stock().name(),
                agreed.surcharges().name());
        recent.forget(customer);
    }
}
