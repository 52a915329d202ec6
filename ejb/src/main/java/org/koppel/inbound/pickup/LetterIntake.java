package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EnvelopeReader;
import org.koppel.codec.Packed;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.inbound.Agreed;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.party.Caller;
import org.koppel.platform.Secrets;
import org.koppel.transport.Letter;
import org.koppel.transport.Letter.Enclosure;

/**
 * Puts what is in a mail into the inbox. Enclosures that a reader knows are messages. Where there is none, a person has to read the
 * mail: what is written as PDF, text or picture is held for the order desk, else the text of the mail itself. Whatever else is
 * enclosed but packed files, which are refused (signatures, visiting cards, an order's own picture beside it) is left alone and told.
 */
@ApplicationScoped
class LetterIntake {
    private static final System.Logger LOG = System.getLogger(LetterIntake.class.getName());
    private static final int HEAD = 4096;
    /** Of a subject or an id, in characters. */
    private static final int LONGEST = 200;

    /** What a person reads. */
    private static final Set<String> READABLE = Set.of(
            "application/pdf",
            "text/plain",
            "text/csv",
            "text/html",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "image/jpeg",
            "image/png",
            "image/tiff");

    @Inject
    CodecRegistry codecs;

    @Inject
    Inbox inbox;

    @Inject
    Agreed agreed;

    @Inject
    Clock clock;

    /** What became of one piece. {@code message} is null for one that was left alone. */
    record Piece(
            String name, long size, UUID message, String outcome, boolean accepted, boolean repeated, String why) {}

    /** What became of a mail; {@code accepted} when something was taken and nothing refused. */
    record Result(boolean accepted, String outcome, String told, List<Piece> pieces) {}

    /** Part of the caller's transaction. */
    Result store(WayIn way, String place, Letter letter) throws IOException {
        if (!letter.welcome()) {
            String why = "UNKNOWN_SENDER: Mail of " + (letter.from().isEmpty() ? "nobody" : letter.from())
                    + " is not taken here. If it should be, add the address at the way in.";
            return new Result(false, Outcome.UNAUTHENTICATED.name(), why, List.of());
        }
        FileNames names = new FileNames(way.selection().pattern());
        List<Enclosure> wanted =
                letter.enclosures().stream().filter(e -> names.take(e.name())).toList();
        List<Piece> pieces = new ArrayList<>();
        List<Enclosure> left = new ArrayList<>(letter.enclosures());
        for (Enclosure enclosure : wanted) {
            if (isKnown(way, enclosure)) {
                pieces.add(piece(enclosure, inbox.receive(incoming(way, place, letter, enclosure, Optional.empty()))));
                left.remove(enclosure);
            }
        }
        if (pieces.isEmpty()) {
            for (Enclosure enclosure : forTheDesk(letter, wanted)) {
                pieces.add(piece(enclosure, hold(way, place, letter, enclosure)));
                left.remove(enclosure);
            }
        }
        left.forEach(e -> pieces.add(new Piece(e.name(), e.content().length, null, "LEFT", true, false, null)));
        return result(pieces);
    }

    private boolean isKnown(WayIn way, Enclosure enclosure) {
        byte[] head = Arrays.copyOf(enclosure.content(), Math.min(HEAD, enclosure.content().length));
        return way.format().isPresent()
                || codecs.recognise(enclosure.mediaType(), head)
                        .map(reader -> isDocument(reader, way, enclosure))
                        .orElseGet(() -> Packed.kind(head).isPresent() && !READABLE.contains(enclosure.mediaType()));
    }

    /** Any table can be read as one; whether it is a document is told by its columns. What is none, a person reads. */
    private boolean isDocument(EnvelopeReader reader, WayIn way, Enclosure enclosure) {
        if (!reader.dependsOnAgreement()) {
            return true;
        }
        try {
            reader.read(
                    new ByteArrayInputStream(enclosure.content()),
                    agreed.settings(reader, way.customer(), Optional.of(way.id()), clock.instant()));
            return true;
        } catch (DocumentException e) {
            LOG.log(Level.DEBUG, "The enclosure {0} is for the order desk: {1}", enclosure.name(), e.getMessage());
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
    }

    private static List<Enclosure> forTheDesk(Letter letter, List<Enclosure> wanted) {
        List<Enclosure> readable = wanted.stream()
                .filter(e -> READABLE.contains(e.mediaType())
                        || e.name().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                .toList();
        if (!readable.isEmpty() || letter.text().isBlank()) {
            return readable;
        }
        byte[] text = (letter.subject() + "\n\n" + letter.text()).getBytes(StandardCharsets.UTF_8);
        return List.of(new Enclosure("text/plain; charset=UTF-8", "text", text));
    }

    /** Known by the mail's id, where it has one, and the enclosure's name. */
    private Receipt hold(WayIn way, String place, Letter letter, Enclosure enclosure) throws IOException {
        Optional<String> key =
                Optional.of(letter.id()).filter(id -> !id.isEmpty()).map(id -> indexable(id) + ' ' + enclosure.name());
        Incoming incoming = incoming(way, place, letter, enclosure, key);
        return inbox.hold(incoming, "E-mail: " + shortened(letter.subject()));
    }

    /** An index of PostgreSQL takes 2.7 kB and refuses the row otherwise; a Message-ID has no end by itself. */
    private static String indexable(String id) {
        return id.length() <= LONGEST ? id : HexFormat.of().formatHex(Secrets.sha256(id));
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** @param key what it is known by, where the content has no reference of its own */
    private static Incoming incoming(
            WayIn way, String place, Letter letter, Enclosure enclosure, Optional<String> key) {
        return new Incoming(
                way.transport().value(),
                way.format(),
                enclosure.mediaType(),
                Optional.of(new Caller(way.customer())),
                key,
                place + " " + letter.from() + " " + enclosure.name(),
                new ByteArrayInputStream(enclosure.content()),
                enclosure.content().length,
                Optional.of(way.id()));
    }

    private static Piece piece(Enclosure enclosure, Receipt receipt) {
        boolean accepted = receipt.outcome() == Outcome.RECEIVED;
        String why = receipt.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return new Piece(
                enclosure.name(),
                enclosure.content().length,
                receipt.id(),
                receipt.outcome().name(),
                accepted,
                receipt.repeated(),
                accepted ? null : why);
    }

    private static Result result(List<Piece> pieces) {
        boolean anyTaken = pieces.stream().anyMatch(p -> p.message() != null);
        List<Piece> refused = pieces.stream().filter(p -> !p.accepted()).toList();
        String told = refused.stream().map(p -> p.name() + ": " + p.why()).collect(Collectors.joining("\n"));
        if (!anyTaken) {
            told = "NOTHING_TO_READ: The mail has neither an enclosure that is a document nor a text.";
        }
        boolean accepted = anyTaken && refused.isEmpty();
        String outcome =
                accepted ? Outcome.RECEIVED.name() : anyTaken ? refused.get(0).outcome() : Outcome.UNSUPPORTED.name();
        return new Result(accepted, outcome, accepted ? null : told, pieces);
    }
}
