package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.koppel.shared.PartyId;

/** What is agreed with each customer about OCI. */
@ApplicationScoped
class OciConnections {
    @PersistenceContext
    EntityManager em;

    /** Never null: {@link OciConnection#PLAIN} where nothing is agreed. */
    OciConnection of(PartyId customer) {
        List<?> rows = em.createNativeQuery(
                        "select vendor, matgroup_scheme, category_scheme, matnr_length, vendormat_length"
                                + " from oci_connection where customer = :customer")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(r -> new OciConnection((String) r[0], (String) r[1], (String) r[2], (int) r[3], (int) r[4]))
                .findFirst()
                .orElse(OciConnection.PLAIN);
    }

    /** Adds what is agreed; an agreement that is there already stays. */
    void agree(PartyId customer, OciConnection agreed) {
        em.createNativeQuery(
                        "insert into oci_connection"
                                + " (customer, vendor, matgroup_scheme, category_scheme, matnr_length, vendormat_length)"
                                + " values (:customer, :vendor, :matgroup, :category, :matnr, :vendormat) on conflict do nothing")
                .setParameter("customer", customer.value())
                .setParameter("vendor", agreed.vendor())
                .setParameter("matgroup", agreed.matgroupScheme())
                .setParameter("category", agreed.categoryScheme())
                .setParameter("matnr", agreed.matnrLength())
                .setParameter("vendormat", agreed.vendormatLength())
                .executeUpdate();
    }
}
