package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.koppel.operations.Audit;
import org.koppel.punchout.oci.Dialect;
import org.koppel.punchout.oci.DialectYaml;
import org.koppel.punchout.oci.Dialects;
import org.koppel.punchout.oci.Profiles;
import org.koppel.shared.PartyId;

/**
 * What a customer may change of its return dialect by itself: profile, fields, lengths, units, tables, spelling of numbers. How its
 * buyers come in and what leaves by other ways than the form stays as agreed with the supplier.
 */
@ApplicationScoped
@Transactional
public class DialectDesk {
    private static final int LONGEST = 20_000;
    /** What stays the supplier's, by the file's key. */
    private static final Map<String, Function<Dialect, Object>> SUPPLIERS = suppliers();

    @Inject
    Dialects dialects;

    @Inject
    Audit audit;

    private static Map<String, Function<Dialect, Object>> suppliers() {
        Map<String, Function<Dialect, Object>> parts = new LinkedHashMap<>();
        parts.put("parameters", Dialect::parameters);
        parts.put("sapEvent", Dialect::sapEvent);
        parts.put("xml", Dialect::xml);
        parts.put("download", Dialect::download);
        parts.put("searchHits", Dialect::searchHits);
        return parts;
    }

    /** The customer's own file. */
    public String yaml(PartyId customer) {
        return dialects.yaml(customer);
    }

    /**
     * Whether a file stays within what the customer may change.
     *
     * @throws org.koppel.punchout.oci.DialectRefusedException when it is no dialect or cannot work
     * @throws PortalRefusedException naming the key that is the supplier's
     */
    public void check(PartyId customer, String yaml) {
        if (yaml.length() > LONGEST) {
            throw new PortalRefusedException("yaml", "TOO_LONG");
        }
        Dialect wanted = Profiles.resolved(DialectYaml.read(yaml));
        Dialect now = dialects.of(customer);
        SUPPLIERS.forEach((key, part) -> {
            if (!Objects.equals(part.apply(wanted), part.apply(now))) {
                throw new PortalRefusedException(key, "SUPPLIERS_PART");
            }
        });
    }

    /** As {@link #check}, and keeps the file. */
    public void save(PortalPerson person, String yaml) {
        check(person.customer(), yaml);
        dialects.save(person.customer(), yaml, person.name());
        audit.noteOfCustomer(person.name(), "DIALECT", person.customer(), null);
    }
}
