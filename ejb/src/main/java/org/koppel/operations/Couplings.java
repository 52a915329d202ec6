package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** How each customer can reach Koppel: the names it calls itself by, never a secret. */
@ApplicationScoped
@Transactional
public class Couplings {
    @PersistenceContext
    EntityManager em;

    /**
     * One customer. All but id and name may be null.
     *
     * @param username of its OCI log-in, which IDS and Peppol Punch Out use too
     * @param domain and {@code identity}: who it is in cXML
     * @param idsNumber its customer number of IDS Connect
     * @param cxmlDtd the DTD agreed for its PunchOutOrderMessage
     * @param peppolField the form field that brings its Peppol cart home
     * @param confirmations the agreed ways of confirmations: {@code mail: html,pdf}
     */
    public record Coupling(
            String customer,
            String name,
            String username,
            String domain,
            String identity,
            String idsNumber,
            String cxmlDtd,
            String peppolField,
            String confirmations) {}

    /** All customers by name. */
    public List<Coupling> all() {
        return new Select(
                        "select c.id, c.name, min(o.identity), min(x.domain), min(x.identity), min(i.customer_number),"
                                + " min(a.dtd), min(p.field_name), (select string_agg(h.transport || ': ' || h.formats, ',"
                                + " ' order by h.transport, h.id) from channel h where h.customer = c.id and h.active and"
                                + " h.document_type = 'OrderResponse') from customer c left join credential o on"
                                + " o.customer = c.id and o.kind = 'OCI' left join credential x on x.customer = c.id and"
                                + " x.kind = 'CXML' left join ids_connection i on i.customer = c.id left join"
                                + " cxml_connection a on a.customer = c.id left join peppol_connection p on p.customer ="
                                + " c.id where not c.back_office")
                .then("group by c.id, c.name order by c.name")
                .rows(
                        em,
                        r -> new Coupling(
                                r.text(), r.text(), r.text(), r.text(), r.text(), r.text(), r.text(), r.text(),
                                r.text()));
    }
}
