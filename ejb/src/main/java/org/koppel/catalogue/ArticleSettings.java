package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.shared.PartyId;

/** What was agreed with a customer on how articles are shown. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ArticleSettings {
    @Inject
    private CatalogueDatabase database;

    protected ArticleSettings() {} // for CDI

    ArticleSettings(CatalogueDatabase database) {
        this.database = database;
    }

    /** The figure where nothing was agreed. */
    public StockDisplay stock(PartyId customer) {
        return database
                .query(
                        "select stock from article_setting where customer = ?",
                        row -> StockDisplay.valueOf(row.getString("stock")),
                        customer.value())
                .stream()
                .findFirst()
                .orElse(StockDisplay.FIGURE);
    }
}
