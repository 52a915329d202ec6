package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.punchout.PunchoutDatabase;
import org.koppel.shared.PartyId;

class FileAgreementsTest {
    private static final PartyId BUYER = new PartyId("bouwgroep");
    private static final PartyId OTHER = new PartyId("zorggroep");
    private static final Map<String, String> COLUMNS = Map.of("column.order", "Bestelnr", "csv.thousands", " ");

    private final UUID way = UUID.randomUUID();
    private PunchoutDatabase database;
    private FileAgreements agreements;

    @BeforeEach
    void open() {
        database = new PunchoutDatabase();
        agreements = new FileAgreements(database.entities(), database.clock());
        for (PartyId customer : new PartyId[] {BUYER, OTHER}) {
            database.transaction(() -> database.entities()
                    .createNativeQuery("insert into customer (id, name, language) values (:id, :id, 'nl')"
                            + " on conflict do nothing")
                    .setParameter("id", customer.value())
                    .executeUpdate());
        }
        database.transaction(() -> database.entities()
                .createNativeQuery("insert into way_in (id, customer, name, transport, ready, every_seconds,"
                        + " timeout_seconds, changed_at, next_run_at) values (:id, :customer, 'Folder', 'folder',"
                        + " 'NAME', 60, 60, now(), now())")
                .setParameter("id", way)
                .setParameter("customer", BUYER.value())
                .executeUpdate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsAgreedForAWayInGoesBeforeWhatIsAgreedForTheCustomer() {
        save(Optional.empty(), COLUMNS);
        assertThat(holding(BUYER, Optional.of(way))).isEqualTo(COLUMNS);

        save(Optional.of(way), Map.of("csv.decimal", ","));

        assertThat(holding(BUYER, Optional.of(way))).isEqualTo(Map.of("csv.decimal", ","));
        assertThat(holding(BUYER, Optional.empty())).isEqualTo(COLUMNS);
        assertThat(holding(OTHER, Optional.of(way))).isEmpty();
    }

    @Test
    void whatIsSavedReplacesWhatWasThereAndNothingTakesItAway() {
        save(Optional.empty(), COLUMNS);
        save(Optional.empty(), Map.of("csv.decimal", ","));
        assertThat(holding(BUYER, Optional.empty())).isEqualTo(Map.of("csv.decimal", ","));

        save(Optional.empty(), Map.of());

        assertThat(holding(BUYER, Optional.empty())).isEmpty();
    }

    private void save(Optional<UUID> wayIn, Map<String, String> options) {
        database.transaction(() -> agreements.save(BUYER, wayIn, options, "jan"));
    }

    private Map<String, String> holding(PartyId customer, Optional<UUID> wayIn) {
        return database.transaction(() -> agreements.holding(customer, wayIn));
    }
}
