package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.FormatId;
import org.koppel.document.PartnerReceipt;
import org.koppel.party.Channel;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;
import org.koppel.transport.Part;

/** What partners say afterwards, on a real PostgreSQL. */
class DeliveryReceiptsTest {
    private static final PartyId PARTNER = new PartyId("partner");
    private final OutboundDatabase database = new OutboundDatabase();
    private UUID delivery;
    private UUID document;

    @BeforeEach
    void aDeliveredInterchange() {
        Channel channel = database.channel("partner", "edifact-d96a");
        delivery = database.delivery(channel);
        database.write("update delivery set status = 'DELIVERED'");
        database.transaction(em -> {
            OutboundDeliveries deliveries = new OutboundDeliveries();
            deliveries.em = em;
            deliveries.keepPart(
                    delivery,
                    0,
                    new Written(
                            new FormatId("edifact-d96a"),
                            new Part("application/EDIFACT", "a.edi", new byte[] {1}, "4711")));
            ArchivedDocument archived = ArchivedDocument.out(
                    PARTNER,
                    null,
                    receipt("4711", null, true),
                    OutboundDatabase.MONDAY); // stands for the one that came
            em.persist(archived);
            document = archived.id();
            return null;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAcceptedInterchangeIsMarkedByItsControlReferenceWithOrWithoutZeros() {
        assertThat(note(receipt("000004711", null, true))).contains(delivery);

        assertThat(database.one("select kind || ' ' || accepted from delivery_receipt"))
                .isEqualTo("CONTRL true");
        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void aRefusedOneIsParkedWithThePartnersWords() {
        assertThat(note(receipt("4711", null, false))).contains(delivery);

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(delivery, "cause")).isEqualTo("REFUSED_BY_PARTNER: CONTRL UCM 1 rejected");
    }

    @Test
    void theSameReceiptCountsOnceAlsoAfterAResend() {
        note(receipt("4711", null, false));
        database.write("update delivery set status = 'DELIVERED', cause = null");

        note(receipt("4711", null, false));

        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
        assertThat(database.one("select count(*) from delivery_receipt")).isEqualTo("1");
    }

    @Test
    void aDocumentIsFoundByItsNumber() {
        assertThat(note(receipt(null, "A-1", true))).contains(delivery);
    }

    @Test
    void whatNobodySentThisPartnerIsUnknown() {
        assertThat(note(receipt("4712", null, true))).isEmpty();
        assertThat(database.<Optional<UUID>>transaction(
                        em -> on(em).note(new PartyId("somebody-else"), document, receipt("4711", null, true))))
                .isEmpty();
        assertThat(database.one("select count(*) from delivery_receipt")).isEqualTo("0");
    }

    private Optional<UUID> note(PartnerReceipt receipt) {
        return database.transaction(em -> on(em).note(PARTNER, document, receipt));
    }

    private static DeliveryReceipts on(EntityManager em) {
        DeliveryReceipts receipts = new DeliveryReceipts();
        receipts.em = em;
        receipts.deliveries = new OutboundDeliveries();
        receipts.deliveries.em = em;
        receipts.clock = Clock.fixed(OutboundDatabase.MONDAY, ZoneOffset.UTC);
        return receipts;
    }

    private static PartnerReceipt receipt(String control, String number, boolean accepted) {
        return new PartnerReceipt(
                new DocumentNumber("C-1"),
                "CONTRL",
                control,
                number == null ? null : new DocumentNumber(number),
                accepted,
                accepted ? List.of() : List.of("UCM 1 rejected"));
    }
}
