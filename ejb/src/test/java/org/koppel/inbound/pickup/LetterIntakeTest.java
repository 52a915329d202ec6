package org.koppel.inbound.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.Envelope;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.table.CsvEnvelopeReader;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Agreed;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.shared.PartyId;
import org.koppel.transport.Letter;
import org.koppel.transport.Letter.Enclosure;
import org.koppel.transport.TransportId;

/** What becomes of the pieces of a mail. Readers know what begins with {@code UNB}. */
class LetterIntakeTest {
    private static final Enclosure EDIFACT = enclosure("application/octet-stream", "order.edi", "UNB+UNOC:3'");
    private static final Enclosure PDF = enclosure("application/pdf", "order.pdf", "%PDF");
    private static final Enclosure CARD = enclosure("text/vcard", "jan.vcf", "BEGIN:VCARD");

    private final List<String> received = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final LetterIntake intake = intake();

    @Test
    void aDocumentIsTakenAndItsPictureAndTheVisitingCardAreLeftAlone() throws IOException {
        LetterIntake.Result result = store(letter(true, "Please", EDIFACT, PDF, CARD));

        assertThat(received).containsExactly("order.edi");
        assertThat(held).isEmpty();
        assertThat(result.accepted()).isTrue();
        assertThat(result.pieces())
                .extracting(LetterIntake.Piece::name, LetterIntake.Piece::outcome)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("order.edi", "RECEIVED"),
                        Tuple.tuple("order.pdf", "LEFT"),
                        Tuple.tuple("jan.vcf", "LEFT"));
    }

    @Test
    void withoutADocumentThePdfIsForTheDesk() throws IOException {
        LetterIntake.Result result = store(letter(true, "Please", PDF, CARD));

        assertThat(held).containsExactly("order.pdf E-mail: Order 1");
        assertThat(result.accepted()).isTrue();
    }

    @Test
    void withoutAnythingElseTheTextIsForTheDesk() throws IOException {
        store(letter(true, "Please send ten", CARD));

        assertThat(held).containsExactly("text E-mail: Order 1");
    }

    @Test
    void aTableIsAnOrderWhenItsColumnsSaySoElseItIsForTheDesk() throws IOException {
        store(letter(true, "Please", enclosure("text/csv", "order.csv", "order;article;quantity\n1;2;3\n")));
        store(letter(true, "Please", enclosure("text/csv", "prices.csv", "what;costs\n1;2\n")));

        assertThat(received).containsExactly("order.csv");
        assertThat(held).containsExactly("prices.csv E-mail: Order 1");
    }

    @Test
    void aPackedFileGoesToTheInboxWhichSaysThatNothingIsUnpacked() throws IOException {
        store(letter(true, "Please find my orders", enclosure("application/zip", "orders.zip", "PK\3\4inner.zip")));

        assertThat(received)
                .as("it is kept, and not left alone beside the text")
                .containsExactly("orders.zip");
    }

    @Test
    void aMailWithNothingToReadIsRefused() throws IOException {
        LetterIntake.Result result = store(letter(true, " ", CARD));

        assertThat(result.accepted()).isFalse();
        assertThat(result.told()).contains("NOTHING_TO_READ");
    }

    @Test
    void nothingOfAStrangerIsTaken() throws IOException {
        LetterIntake.Result result = store(letter(false, "Please", EDIFACT));

        assertThat(received).isEmpty();
        assertThat(result.accepted()).isFalse();
        assertThat(result.told()).contains("UNKNOWN_SENDER", "jan@ediplus.example");
    }

    @Test
    void oneEnclosureThatIsRefusedRefusesTheMailAndIsNamed() throws IOException {
        LetterIntake.Result result =
                store(letter(true, "Please", EDIFACT, enclosure("text/plain", "bad.edi", "UNB bad")));

        assertThat(received).containsExactly("order.edi", "bad.edi");
        assertThat(result.accepted()).isFalse();
        assertThat(result.told()).startsWith("bad.edi:");
    }

    @Test
    void enclosuresOfTheSameNameAreEachTold() throws IOException {
        Enclosure other = enclosure("application/octet-stream", "order.edi", "who knows");

        assertThat(store(letter(true, "Please", EDIFACT, other)).pieces())
                .extracting(LetterIntake.Piece::name, LetterIntake.Piece::outcome)
                .containsExactly(Tuple.tuple("order.edi", "RECEIVED"), Tuple.tuple("order.edi", "LEFT"));
    }

    @Test
    void whatTheDeskIsGivenIsKnownByAKeyThatTheDatabaseCanIndex() throws IOException {
        store(letter(true, "Please", PDF));
        assertThat(keys).containsExactly("<1@ediplus.example> order.pdf");

        store(new Letter(
                "<" + "1".repeat(5_000) + "@x>", "jan@ediplus.example", true, "S".repeat(5_000), "", List.of(PDF)));

        assertThat(keys.get(1)).hasSize(64 + " order.pdf".length());
        assertThat(held.get(1)).isEqualTo("order.pdf E-mail: " + "S".repeat(200) + "…");
    }

    private LetterIntake.Result store(Letter letter) throws IOException {
        WayIn way = new WayIn(
                UUID.randomUUID(),
                Optional.of(new PartyId("ediplus")),
                "Mailbox",
                new TransportId("imap"),
                Map.of(),
                Optional.empty(),
                new WayIn.Selection("*", Readiness.NAME, ".ok", Duration.ofSeconds(30)),
                "archive",
                "error",
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                true);
        return intake.store(way, "imap.example/INBOX", letter);
    }

    private static Letter letter(boolean welcome, String text, Enclosure... enclosures) {
        return new Letter("<1@ediplus.example>", "jan@ediplus.example", welcome, "Order 1", text, List.of(enclosures));
    }

    private static Enclosure enclosure(String type, String name, String content) {
        return new Enclosure(type, name, content.getBytes(StandardCharsets.US_ASCII));
    }

    private LetterIntake intake() {
        LetterIntake made = new LetterIntake();
        made.codecs = new CodecRegistry() {
            @Override
            public Optional<EnvelopeReader> recognise(String contentType, byte[] head) {
                if (contentType.equals("text/csv")) {
                    return Optional.of(new CsvEnvelopeReader());
                }
                return new String(head, StandardCharsets.US_ASCII).startsWith("UNB")
                        ? Optional.of(edifact())
                        : Optional.empty();
            }
        };
        made.clock = Clock.systemUTC();
        made.agreed = new Agreed() {
            @Override
            public FormatSettings settings(
                    EnvelopeReader format, Optional<PartyId> sender, Optional<UUID> wayIn, Instant receivedAt) {
                return FormatSettings.DEFAULT;
            }
        };
        made.inbox = new Inbox() {
            @Override
            public Receipt receive(Incoming incoming) throws IOException {
                String content = new String(incoming.content().readAllBytes(), StandardCharsets.US_ASCII);
                received.add(name(incoming));
                Outcome outcome = content.contains("bad") ? Outcome.INVALID : Outcome.RECEIVED;
                return new Receipt(UUID.randomUUID(), outcome, false, List.of(), Optional.empty());
            }

            @Override
            public Receipt hold(Incoming incoming, String kind) {
                held.add(name(incoming) + " " + kind);
                keys.add(incoming.idempotencyKey().orElseThrow());
                return new Receipt(UUID.randomUUID(), Outcome.RECEIVED, false, List.of(), Optional.empty());
            }
        };
        return made;
    }

    private static String name(Incoming incoming) {
        return incoming.remote().substring(incoming.remote().lastIndexOf(' ') + 1);
    }

    private static EnvelopeReader edifact() {
        return new EnvelopeReader() {
            @Override
            public FormatId format() {
                return new FormatId("edifact-d96a");
            }

            @Override
            public boolean recognises(String contentType, byte[] head) {
                return true;
            }

            @Override
            public Envelope read(InputStream in) {
                throw new IllegalStateException("The inbox reads");
            }
        };
    }
}
