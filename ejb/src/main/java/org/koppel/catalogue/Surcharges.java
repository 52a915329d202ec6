package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The surcharges that there are, whoever bears them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Surcharges {
    @Inject
    private CatalogueDatabase database;

    protected Surcharges() {} // for CDI

    Surcharges(CatalogueDatabase database) {
        this.database = database;
    }

    /** Those of the numbers that name a surcharge, as they were asked; letters and digits count, signs and case do not. */
    public Set<String> known(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        String[] asked = numbers.stream().map(n -> n.replace("\0", "")).toArray(String[]::new);
        return database
                .query(
                        "select w.number from unnest(?::text[]) w(number) where exists (select 1 from surcharge s"
                                + " where s.number_key = number_key(w.number) collate \"C\")",
                        row -> row.getString("number"),
                        (Object) asked)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
