package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.koppel.platform.Recent;

/** Reads who the supplier is. */
@ApplicationScoped
public class Suppliers {
    @PersistenceContext
    private EntityManager em;

    private final Recent<String, Optional<Supplier>> recent = new Recent<>();

    /** @throws IllegalStateException when the installation has not been told who the supplier is */
    public Supplier get() {
        return known().orElseThrow(() -> new IllegalStateException(
                "The supplier is not set up: table supplier has no row, add name and address"));
    }

    /** The same; empty before the installation was told. */
    public Optional<Supplier> known() {
        return recent.get("supplier", any -> read());
    }

    private Optional<Supplier> read() {
        List<?> rows = em.createNativeQuery(
                        "select name, vat_number, gln, duns, street, postal_code, city, country, email, telephone,"
                                + " website, iban from supplier where id = 1")
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Suppliers::supplier).findFirst();
    }

    private static Supplier supplier(Object[] row) {
        String[] c = Arrays.copyOf(row, row.length, String[].class);
        return new Supplier(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11]);
    }
}
