package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;

/**
 * By which names customers are known in numbering schemes; a GLN of the customer itself or of one of its sites
 * counts too, as do its VAT number and our own key of it.
 */
@ApplicationScoped
class Identifiers {
    private static final String QUERY = "select customer from party_identifier"
            + " where lower(scheme) = lower(:scheme) and lower(value) = lower(:value)"
            + " union select id from customer where :scheme = 'GLN' and gln = :value"
            + " union select customer from site where :scheme = 'GLN' and gln = :value"
            + " union select id from customer where :scheme = 'KOPPEL' and id = lower(:value)"
            + " union select id from customer where :scheme = 'VAT'"
            + " and regexp_replace(upper(vat_number), '[^A-Z0-9]', '', 'g') = regexp_replace(upper(:value), '[^A-Z0-9]', '', 'g')";

    @PersistenceContext
    private EntityManager em;

    private final Recent<Name, Optional<PartyId>> recent = new Recent<>();

    private record Name(String scheme, String value) {}

    /** Empty when nobody, or more than one, has that name; a change is seen within two seconds. */
    Optional<PartyId> find(String scheme, String value) {
        return recent.get(new Name(scheme.strip(), value.strip()), this::read);
    }

    private Optional<PartyId> read(Name name) {
        var rows = em.createNativeQuery(QUERY, String.class)
                .setParameter("scheme", name.scheme())
                .setParameter("value", name.value())
                .getResultList();
        return rows.size() == 1 ? Optional.of(new PartyId((String) rows.get(0))) : Optional.empty();
    }
}
