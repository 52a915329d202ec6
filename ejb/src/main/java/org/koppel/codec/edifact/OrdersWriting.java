package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.util.List;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.document.Address;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;

/** Writes the segments of ORDERS, or of ORDCHG that replaces (5) or cancels (1), in the order of D.96A, which D.01B keeps for them. */
final class OrdersWriting {
    private final OrderMessage message;
    private final OrderSegments out;
    private final List<Reference> references;

    OrdersWriting(OrderMessage message, EdifactOutput out) {
        this.message = message;
        this.references =
                message.content() == null ? List.of() : message.content().references();
        this.out = new OrderSegments(out, references);
    }

    void write() {
        boolean fresh = message.kind() == Kind.NEW;
        String function = fresh ? "9" : message.kind() == Kind.CHANGE ? "5" : "1";
        out.segment("BGM", fresh ? "220" : "230", message.number().value(), function);
        out.segment("DTM", of("137", EdifactOutput.minute(message.issuedAt()), "203"));
        if (message.content() != null) {
            out.day("2", message.content().requestedDelivery());
        }
        out.text("AAI", message.note());
        if (!fresh) {
            out.segment("RFF", of("ON", message.order().value()));
        }
        out.references(null, references);
        parties();
        if (message.content() != null) {
            out.segment("CUX", of("2", message.content().currency(), "9"));
        }
        message.lines().forEach(this::line);
        out.segment("UNS", "S");
        if (message.content() != null) {
            out.amount("79", message.content().total());
        }
        out.segment("CNT", of("2", Integer.toString(message.lines().size())));
    }

    private void parties() {
        out.party("BY", message.buyer() == null ? new Party(null, null, null, null, null) : message.buyer());
        if (message.content() != null) {
            Address place = message.content().shipTo();
            if (place != null) {
                out.party("DP", EdifactSegments.party(place));
            }
            if (message.content().invoicee() != null) {
                out.party("IV", message.content().invoicee());
            }
        }
        out.otherParties();
    }

    private void line(OrderLine line) {
        out.article(line.number(), null, line.item());
        out.quantity("21", line.quantity());
        out.day("2", line.requestedDelivery());
        out.text("AAI", line.note());
        out.price(line.price(), line.quantity().unit());
        out.lineReferences(line.references());
        if (line.shipTo() != null) {
            out.nad("DP", EdifactSegments.party(line.shipTo()));
        }
    }
}
