package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;
import static org.koppel.codec.EdiOutput.plain;

import java.util.List;
import java.util.stream.Stream;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;

/** Writes the segments of ORDRSP, in the order of D.96A, which D.01B keeps for them. */
final class OrdrspMessage {
    private static final String VALUE_ADDED_TAX = "VAT";

    private final OrderResponse response;
    private final OrderSegments out;

    OrdrspMessage(OrderResponse response, EdifactOutput out) {
        this.response = response;
        this.out = new OrderSegments(out, response.references());
    }

    void write() {
        out.segment("BGM", "231", response.number().value(), function(response.status()));
        out.segment("DTM", of("137", EdifactOutput.minute(response.issuedAt()), "203"));
        texts(response.note(), response.reasons());
        out.segment("RFF", of("ON", response.order().value()));
        if (response.orderIssuedAt() != null) {
            out.segment("DTM", of("171", EdifactOutput.day(response.orderIssuedAt()), "102"));
        }
        if (response.occasion() != null && !response.occasion().number().equals(response.order())) {
            out.segment("RFF", of("PP", response.occasion().number().value()));
        }
        out.references(null, response.references());
        parties();
        out.segment("CUX", of("2", response.currency(), "9"));
        response.lines().forEach(this::line);
        out.segment("UNS", "S");
        out.amount("79", response.net());
        out.amount("124", response.tax());
        out.amount("86", response.gross());
        out.segment("CNT", of("2", Integer.toString(response.lines().size())));
    }

    /** 1225: accepted, changed, not accepted. */
    private static String function(LineStatus status) {
        return switch (status) {
            case ACCEPTED -> "29";
            case CHANGED, BACKORDERED -> "4";
            case REJECTED -> "27";
        };
    }

    /** 1229: accepted without amendment, changed, not accepted. What follows later is a change of the date. */
    private static String action(LineStatus status) {
        return switch (status) {
            case ACCEPTED -> "5";
            case CHANGED, BACKORDERED -> "3";
            case REJECTED -> "7";
        };
    }

    private void texts(String note, List<Reason> reasons) {
        Stream.concat(Stream.ofNullable(note), reasons.stream().map(Reason::text))
                .filter(t -> t != null && !t.isBlank())
                .distinct()
                .forEach(t -> out.text("AAI", t));
    }

    private void parties() {
        out.party("BY", response.buyer());
        out.party("SU", response.seller());
        if (response.shipTo() != null) {
            out.party("DP", EdifactSegments.party(response.shipTo()));
        }
        if (response.invoicee() != null) {
            out.party("IV", response.invoicee());
        }
        out.otherParties();
    }

    private void line(OrderResponseLine line) {
        out.article(line.number(), action(line.status()), line.item());
        quantities(line);
        texts(line.note(), line.reasons());
        out.price(line.price(), line.ordered().unit());
        out.lineReferences(line.references());
        if (line.taxPercent() != null) {
            out.segment("TAX", "7", VALUE_ADDED_TAX, null, null, of("", "", "", plain(line.taxPercent())));
        }
        later(line);
    }

    private void quantities(OrderResponseLine line) {
        out.quantity("21", line.ordered());
        out.quantity("113", line.confirmed());
        if (hasBackorder(line)) {
            out.quantity("83", line.backordered());
        }
        out.day("67", line.deliveryDate());
        out.amount("203", line.amount());
    }

    private static boolean hasBackorder(OrderResponseLine line) {
        return line.backordered() != null && !line.backordered().isZero();
    }

    /** What follows, with its own date: a schedule of the line. */
    private void later(OrderResponseLine line) {
        if (hasBackorder(line) && line.backorderDate() != null) {
            out.segment("SCC", "1");
            out.quantity("83", line.backordered());
            out.day("67", line.backorderDate());
        }
    }
}
