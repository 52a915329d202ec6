package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.shared.PartyId;

/** The quantities at which prices may change. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class PriceSteps {
    private static final String SQL = """
            with asked as (select ?::text as customer)
            select w.article, f.from_quantity
            from unnest((select ?::text[]), (select ?::numeric[])) w(article, quantity) cross join asked q
            cross join lateral (
                select x.from_quantity from net_price x where x.customer = q.customer and x.article = w.article
                union select x.from_quantity from list_price_scale x where x.article = w.article) f
            where f.from_quantity > w.quantity
            order by w.article, f.from_quantity
            """;

    @Inject
    private CatalogueDatabase database;

    protected PriceSteps() {} // for CDI

    PriceSteps(CatalogueDatabase database) {
        this.database = database;
    }

    private record Step(String article, BigDecimal from) {}

    /**
     * @param quantities by article, in order units
     * @return by article, the smallest first, only those above the given quantity; nothing for an article without any. Whether a
     *     price really is lower there only {@link Offers} knows
     */
    public Map<String, List<BigDecimal>> above(PartyId customer, Map<String, BigDecimal> quantities) {
        Map<String, List<BigDecimal>> steps = new LinkedHashMap<>();
        if (quantities.isEmpty()) {
            return steps;
        }
        List<String> articles = List.copyOf(quantities.keySet());
        database.query(
                        SQL,
                        row -> new Step(row.getString(1), OfferRow.plain(row.getBigDecimal(2), 0)),
                        customer.value(),
                        articles.toArray(String[]::new),
                        articles.stream().map(quantities::get).toArray(BigDecimal[]::new))
                .forEach(s -> steps.computeIfAbsent(s.article(), a -> new ArrayList<>())
                        .add(s.from()));
        return steps;
    }
}
