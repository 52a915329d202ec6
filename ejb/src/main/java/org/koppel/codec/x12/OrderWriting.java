package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.util.List;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.document.Address;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;

/** Writes the segments of 850, or of 860 that replaces (05) or cancels (01). */
final class OrderWriting {
    private final OrderMessage message;
    private final OrderSegments out;
    private final List<Reference> references;

    OrderWriting(OrderMessage message, X12Output out) {
        this.message = message;
        this.references =
                message.content() == null ? List.of() : message.content().references();
        this.out = new OrderSegments(out, references);
    }

    void write() {
        head();
        if (message.content() != null) {
            out.segment("CUR", "BY", message.content().currency());
        }
        out.references(null, references);
        out.contact("BD", message.buyer() == null ? null : message.buyer().contact());
        if (message.content() != null) {
            out.day("002", message.content().requestedDelivery());
        }
        notes(message.note(), references);
        parties();
        message.lines().forEach(this::line);
        if (!message.lines().isEmpty()) {
            out.segment("CTT", Integer.toString(message.lines().size()));
            if (message.content().total() != null) {
                out.segment("AMT", "TT", plain(message.content().total().amount()));
            }
        }
    }

    private void head() {
        String day = X12Output.day(message.issuedAt());
        if (message.kind() == Kind.NEW) {
            out.segment("BEG", "00", "SA", message.order().value(), out.named("BEG04"), day, out.named("BEG06"));
            return;
        }
        out.segment(
                "BCH",
                message.kind() == Kind.CHANGE ? "05" : "01",
                "SA",
                message.order().value(),
                out.named("BEG04"),
                message.revision(),
                day,
                null,
                out.named("BEG06"));
    }

    private void notes(String note, List<Reference> its) {
        out.notes(note == null || note.isBlank() ? List.of() : List.of(note), its);
    }

    private void parties() {
        if (message.buyer() != null) {
            out.partner("BY", message.buyer());
        }
        if (message.content() != null) {
            Address place = message.content().shipTo();
            if (place != null) {
                out.partner("ST", X12Segments.party(place));
            }
            if (message.content().invoicee() != null) {
                out.partner("BT", message.content().invoicee());
            }
        }
        out.otherPartners();
    }

    private void line(OrderLine line) {
        out.line(
                new OrderSegments.Ordered(line.number(), line.item(), line.quantity(), line.price(), line.references()),
                message.kind() != Kind.NEW);
        out.day("002", line.requestedDelivery());
        notes(line.note(), line.references());
        if (line.shipTo() != null) {
            out.partner("ST", X12Segments.party(line.shipTo()));
        }
    }
}
