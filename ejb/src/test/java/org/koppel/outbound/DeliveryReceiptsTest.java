package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
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
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/** What partners say afterwards, on a real PostgreSQL. */
class DeliveryReceiptsTest {
    private static final PartyId PARTNER = new PartyId("partner");
    private final OutboundDatabase database = new OutboundDatabase();
    private Channel channel;
    private UUID delivery;
    private UUID document;

    @BeforeEach
    void aDeliveredInterchange() {
        channel = database.channel("partner", "edifact-d96a");
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
        assertThat(database.<List<UUID>>transaction(
                        em -> on(em).note(new PartyId("somebody-else"), document, receipt("4711", null, true))))
                .isEmpty();
        assertThat(database.one("select count(*) from delivery_receipt")).isEqualTo("0");
    }

    @Test
    void aRefusedInterchangeIsRefusedForEverythingThatWentAlong() {
        UUID along = goesAlong();

        note(receipt("4711", null, false));

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(along, "status")).isEqualTo("PARKED");
        assertThat(database.column(along, "cause")).isEqualTo("REFUSED_BY_PARTNER: CONTRL UCM 1 rejected");
    }

    @Test
    void ofAPartlyRefusedOneTheFirstIsParkedForAPersonToLook() {
        UUID along = goesAlong();

        note(new PartnerReceipt(new DocumentNumber("C-1"), "CONTRL", "4711", null, false, List.of("UCM 2 rejected"))
                .inPart(true));

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(along, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void anApplicationRefusesWhatWentInItsFormatsAndNotThePdfByMail() {
        UUID mail = sentToo(documentOf(delivery), "pdf");

        assertThat(note(aperak("A-1", null))).containsExactly(delivery);

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(mail, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void whereNothingWentInItsFormatsAllDeliveriesOfTheDocumentAreMeant() {
        UUID mail = sentToo(documentOf(delivery), "pdf");

        assertThat(note(new PartnerReceipt(
                        new DocumentNumber("S-1"),
                        "StatusUpdateRequest",
                        null,
                        new DocumentNumber("A-1"),
                        false,
                        List.of())))
                .containsExactlyInAnyOrder(delivery, mail);
    }

    @Test
    void ofTwoDocumentsOfOneNumberTheTypeThatTheReceiptTellsIsMeant() {
        database.pass(Duration.ofMinutes(1));
        UUID later = database.delivery(channel);
        database.write(
                "update delivery set status = 'DELIVERED', document_type = 'Invoice' where id = '" + later + "'");
        keep(later, "edifact-d96a", "4712");

        assertThat(note(aperak("A-1", "Acknowledgement"))).containsExactly(delivery);
        assertThat(note(aperak("A-1", "Invoice"))).containsExactly(later);
        assertThat(note(aperak("A-1", null))).as("the newest").containsExactly(later);
    }

    @Test
    void aRefusalThatComesBeforeOurOwnNoteOfTheDeliveryStands() {
        DeliveryDesk.Claim claim = claim();

        note(receipt("4711", null, false));
        record(claim);

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(delivery, "cause")).isEqualTo("REFUSED_BY_PARTNER: CONTRL UCM 1 rejected");
        assertThat(database.one("select outcome from delivery_attempt")).isEqualTo("DELIVERED");
    }

    @Test
    void aRefusalOfOneThatGoesAlongStandsTooAndItsNeighboursAreDelivered() {
        UUID along = goesAlong();
        DeliveryDesk.Claim claim = claim();

        note(new PartnerReceipt(
                new DocumentNumber("C-1"), "CONTRL", "4711", null, false, List.of("UCM 2 rejected"), null, true));
        record(claim);

        assertThat(database.column(delivery, "status")).isEqualTo("PARKED");
        assertThat(database.column(along, "status")).isEqualTo("DELIVERED");
    }

    @Test
    void whatWasRefusedBeforeItWasSentAgainIsDelivered() {
        note(receipt("4711", null, false));
        database.pass(Duration.ofMinutes(1));

        record(claim());

        assertThat(database.column(delivery, "status")).isEqualTo("DELIVERED");
    }

    private DeliveryDesk.Claim claim() {
        database.write("update delivery set status = 'RETRY', attempts = 1");
        return database.desk(desk -> desk.claim(delivery)).orElseThrow();
    }

    private void record(DeliveryDesk.Claim claim) {
        database.desk(desk -> {
            desk.record(claim, DeliveryOutcome.delivered("201"));
            return null;
        });
    }

    private static PartnerReceipt aperak(String number, String type) {
        return new PartnerReceipt(
                new DocumentNumber("AP-1"),
                "APERAK",
                null,
                new DocumentNumber(number),
                false,
                List.of("no"),
                type,
                false);
    }

    private UUID goesAlong() {
        UUID along = database.delivery(channel);
        database.write(
                "update delivery set status = 'DELIVERED', bundle = '" + delivery + "' where id = '" + along + "'");
        return along;
    }

    private String documentOf(UUID one) {
        return database.column(one, "document");
    }

    /** The same document over another channel. */
    private UUID sentToo(String same, String format) {
        database.pass(Duration.ofMinutes(1));
        UUID other = database.delivery(database.channel("partner", format));
        database.write(
                "update delivery set status = 'DELIVERED', document = '" + same + "' where id = '" + other + "'");
        keep(other, format, null);
        return other;
    }

    private void keep(UUID of, String format, String control) {
        database.transaction(em -> {
            OutboundDeliveries deliveries = new OutboundDeliveries();
            deliveries.em = em;
            deliveries.keepPart(
                    of, 0, new Written(new FormatId(format), new Part("text/plain", "a", new byte[] {1}, control)));
            return null;
        });
    }

    private List<UUID> note(PartnerReceipt receipt) {
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
