package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import org.koppel.shared.PartyId;

/** What is agreed with each customer about cXML PunchOut. */
@ApplicationScoped
@Transactional
public class CxmlConnections {
    private static final String COLUMNS =
            "field_name, dtd, setup_dtd, scheme, price_per_one, operation_allowed, echo, catalogue";
    private static final String INSERT = "insert into cxml_connection (customer, " + COLUMNS
            + ") values (:customer, :field, :dtd, :setup, :scheme, :one, :allowed, :echo, :catalogue) on conflict ";

    @PersistenceContext
    EntityManager em;

    /** Never null: {@link CxmlConnection#PLAIN} where nothing is agreed. */
    public CxmlConnection of(PartyId customer) {
        List<?> rows = em.createNativeQuery("select " + COLUMNS + " from cxml_connection where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(CxmlConnections::connection)
                .findFirst()
                .orElse(CxmlConnection.PLAIN);
    }

    /** Adds what is agreed; an agreement that is there already stays. */
    void agree(PartyId customer, CxmlConnection agreed) {
        write(INSERT + "do nothing", customer, agreed);
    }

    /**
     * Writes what is agreed now, in place of what was.
     *
     * @throws IllegalArgumentException when it has {@link CxmlConnection#faults}
     */
    public void change(PartyId customer, CxmlConnection agreed) {
        if (!agreed.faults().isEmpty()) {
            throw new IllegalArgumentException("Cannot be agreed: " + agreed.faults());
        }
        write(
                INSERT
                        + "(customer) do update set field_name = :field, dtd = :dtd, setup_dtd = :setup, scheme = :scheme,"
                        + " price_per_one = :one, operation_allowed = :allowed, echo = :echo, catalogue = :catalogue",
                customer,
                agreed);
    }

    private void write(String sql, PartyId customer, CxmlConnection agreed) {
        Query query = em.createNativeQuery(sql)
                .setParameter("customer", customer.value())
                .setParameter("field", agreed.fieldName())
                .setParameter("dtd", agreed.dtd())
                .setParameter("setup", agreed.setupDtd())
                .setParameter("scheme", agreed.scheme())
                .setParameter("one", agreed.pricePerOne())
                .setParameter("allowed", agreed.operationAllowed())
                .setParameter("echo", String.join(",", agreed.echo()))
                .setParameter("catalogue", agreed.catalogue());
        query.executeUpdate();
    }

    private static CxmlConnection connection(Object[] row) {
        List<String> echo = Arrays.stream(((String) row[6]).split(","))
                .map(String::strip)
                .filter(e -> !e.isEmpty())
                .toList();
        return new CxmlConnection(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (boolean) row[4],
                (String) row[5],
                echo,
                (boolean) row[7]);
    }
}
