package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import org.koppel.operations.Select;
import org.koppel.shared.PartyId;

/**
 * A customer's open commitments: lines of orders that are neither delivered, invoiced, refused nor cancelled, test orders left out.
 * A line counts with what was confirmed or follows later, at the agreed price; before the answer with what was ordered, at the
 * expected price where there is no agreed one; rounded to cents line by line, as the confirmation is.
 */
@ApplicationScoped
@Transactional
public class Commitments {
    /** States of an order that is still to be delivered, in whole or in part. */
    public static final List<String> OPEN =
            List.of("RECEIVED", "HELD", "CONFIRMED", "CONFIRMED_WITH_CHANGES", "PARTLY_DESPATCHED");

    /** The line's cost centre; where no reference is called so, everything it is booked on. */
    private static final String COST_CENTRE = "(select coalesce(string_agg(r ->> 'value', ' / ') filter"
            + " (where r ->> 'name' ilike '%cost%'), string_agg(r ->> 'value', ' / '))"
            + " from jsonb_array_elements(cast(coalesce(l.references_, '[]') as jsonb)) as r"
            + " where r ->> 'kind' = 'ACCOUNTING')";

    @PersistenceContext
    EntityManager em;

    /** Totals by currency; the key is empty. */
    public List<Commitment> total(PartyId customer) {
        return by("cast('' as text)", customer);
    }

    /** By address id of the site. */
    public List<Commitment> bySite(PartyId customer) {
        return by("coalesce(o.site, '')", customer);
    }

    /** By cost centre of the line. */
    public List<Commitment> byCostCentre(PartyId customer) {
        return by("coalesce(" + COST_CENTRE + ", '')", customer);
    }

    private List<Commitment> by(String key, PartyId customer) {
        return new Select(
                        "select x.key, x.currency, count(distinct x.id), count(*), sum(round(x.quantity * x.price, 2)) from ("
                                + "select " + key
                                + " as key, o.id, o.currency, case when l.status is null then l.quantity"
                                + " else coalesce(l.confirmed, 0) + coalesce(l.backordered, 0) end as quantity,"
                                + " coalesce(l.agreed_price, l.expected_price, 0) as price"
                                + " from purchase_order o join purchase_order_line l on l.purchase_order = o.id"
                                + " where o.customer = :customer and not o.test and o.status in (:open)"
                                + " and l.status is distinct from 'REJECTED') as x where x.quantity > 0")
                .with("customer", customer.value())
                .with("open", OPEN)
                .then("group by x.key, x.currency order by 5 desc, x.key, x.currency")
                .rows(em, r -> new Commitment(r.text(), r.text(), r.number(), r.number(), r.decimal()));
    }
}
