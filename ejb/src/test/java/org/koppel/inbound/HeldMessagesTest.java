package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.party.Caller;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

/** What a person has to read is kept once, and never lost. */
class HeldMessagesTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    private SessionFactory factory;
    private EntityManager em;
    private Intake intake;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(TestDatabase.fresh(), InboundMessage.class);
        em = factory.createEntityManager();
        em.getTransaction().begin();
        em.createNativeQuery("insert into customer (id, name) values ('buyer-1', 'Buyer 1')")
                .executeUpdate();
        intake = new Intake();
        intake.messages = new InboundMessages();
        intake.messages.em = em;
        intake.secrets = new Secrets(new Settings());
    }

    @AfterEach
    void close() {
        em.getTransaction().rollback();
        em.close();
        factory.close();
    }

    @Test
    void twoFilesOfOneNameInOneMailAreTwoMessages() {
        Intake.Stored first = hold("page one");
        Intake.Stored second = hold("page two");

        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isFalse();
        assertThat(em.createNativeQuery(
                                "select convert_from(content, 'UTF8') from inbound_message where status = 'HELD'"
                                        + " order by 1")
                        .getResultList())
                .asList()
                .containsExactly("page one", "page two");
    }

    @Test
    void theSameMailOnceMoreBringsNothingNew() {
        Intake.Stored first = hold("page one");
        Intake.Stored second = hold("page two");

        assertThat(hold("page one")).isEqualTo(new Intake.Stored(first.id(), first.outcome(), true, first.problems()));
        assertThat(hold("page two").id()).isEqualTo(second.id());
        assertThat(hold("page two").repeated()).isTrue();
    }

    private Intake.Stored hold(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Incoming incoming = new Incoming(
                "imap",
                Optional.empty(),
                "application/pdf",
                Optional.of(new Caller(Optional.of(new PartyId("buyer-1")))),
                Optional.of("<1@buyer.example> scan.pdf"),
                "imap.example",
                new ByteArrayInputStream(bytes));
        return intake.hold(incoming, new Body(bytes, bytes.length, false), "E-mail: Order", MONDAY);
    }
}
