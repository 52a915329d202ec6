package org.koppel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.platform.TestDatabase;

/** A message comes back from the database as it came, however long, and is not in memory as a whole. */
class StoredContentTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private final InboundMessages messages = new InboundMessages();
    private SessionFactory factory;
    private EntityManager em;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(TestDatabase.fresh(), InboundMessage.class);
        em = factory.createEntityManager();
        messages.em = em;
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, StoredContent.SLICE - 1, StoredContent.SLICE, 2 * StoredContent.SLICE, 3_500_000})
    void everyByteComesBackInSlices(int size) throws IOException {
        byte[] sent = new byte[size];
        new Random(size).nextBytes(sent);
        em.getTransaction().begin();
        InboundMessage stored = new InboundMessage(incoming(), new Body(sent, size, false), MONDAY, String::getBytes);
        messages.add(stored);
        em.flush();
        em.clear();

        InboundMessage again = messages.lock(stored.id()).orElseThrow();
        try (InputStream content = messages.document(again)) {
            assertThat(content.readAllBytes()).isEqualTo(sent);
        }
        again.settle(InboundMessage.Status.PROCESSED, MONDAY);
        em.getTransaction().commit();
        em.clear();
        try (InputStream content = messages.document(found(stored))) {
            assertThat(content.readAllBytes())
                    .as("a change of status leaves it alone")
                    .isEqualTo(sent);
        }
    }

    private InboundMessage found(InboundMessage stored) {
        return em.find(InboundMessage.class, stored.id());
    }

    private static Incoming incoming() {
        return new Incoming(
                "api",
                Optional.empty(),
                "application/edifact",
                Optional.empty(),
                Optional.empty(),
                "192.0.2.1",
                new ByteArrayInputStream(new byte[0]));
    }
}
