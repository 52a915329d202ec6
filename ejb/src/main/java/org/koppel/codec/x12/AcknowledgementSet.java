package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Notice;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;

/** Writes the segments of 855, or of 865 in answer to a change or cancellation. */
final class AcknowledgementSet {
    private final OrderResponse response;
    private final OrderSegments out;

    AcknowledgementSet(OrderResponse response, X12Output out) {
        this.response = response;
        this.out = new OrderSegments(out, response.references());
    }

    void write() {
        head();
        out.segment("CUR", "SE", response.currency());
        out.references(null, response.references());
        out.contact("SR", response.seller().contact());
        notes(response.note(), response.reasons(), response.references());
        parties();
        response.lines().forEach(this::line);
        if (!response.lines().isEmpty() || response.occasion() == null) {
            out.segment("CTT", Integer.toString(response.lines().size()));
            if (response.net() != null) {
                out.segment("AMT", "TT", plain(response.net().amount()));
            }
        }
    }

    private void head() {
        Occasion occasion = response.occasion();
        if (occasion != null) {
            out.segment(
                    "BCA",
                    occasion.kind() == Occasion.Kind.CANCELLATION ? "01" : "00",
                    response.notice() == null ? type(response.status()) : type(response.notice()),
                    response.order().value(),
                    out.named("BEG04"),
                    occasion.revision(),
                    X12Output.day(response.orderIssuedAt() == null ? response.issuedAt() : response.orderIssuedAt()),
                    null,
                    out.named("BEG06"),
                    response.number().value(),
                    X12Output.day(response.issuedAt()));
            return;
        }
        out.segment(
                "BAK",
                "00",
                type(response.status()),
                response.order().value(),
                X12Output.day(response.orderIssuedAt() == null ? response.issuedAt() : response.orderIssuedAt()),
                out.named("BEG04"),
                null,
                out.named("BEG06"),
                response.number().value(),
                X12Output.day(response.issuedAt()));
    }

    /** 587 without detail: accepted, rejected. */
    private static String type(Notice notice) {
        return notice == Notice.CANCELLED ? "AT" : "RJ";
    }

    /** 587: with detail and no change, with detail and change, rejected with detail. */
    private static String type(LineStatus status) {
        return switch (status) {
            case ACCEPTED -> "AD";
            case CHANGED, BACKORDERED -> "AC";
            case REJECTED -> "RD";
        };
    }

    private void notes(String note, List<Reason> reasons, List<Reference> references) {
        List<String> texts = Stream.concat(
                        Stream.ofNullable(note), reasons.stream().map(Reason::text))
                .filter(t -> t != null && !t.isBlank())
                .distinct()
                .toList();
        out.notes(texts, references);
    }

    private void parties() {
        out.partner("BY", response.buyer());
        out.partner("SE", response.seller());
        if (response.shipTo() != null) {
            out.partner("ST", X12Segments.party(response.shipTo()));
        }
        if (response.invoicee() != null) {
            out.partner("BT", response.invoicee());
        }
        out.otherPartners();
    }

    /** What was changed of a line, ACK says. */
    private void line(OrderResponseLine line) {
        out.line(
                new OrderSegments.Ordered(line.number(), line.item(), line.ordered(), line.price(), line.references()),
                response.occasion() != null);
        acknowledge(line);
        notes(line.note(), line.reasons(), line.references());
    }

    /** 668: what is delivered, what follows later, and what is refused; together what was ordered. */
    private void acknowledge(OrderResponseLine line) {
        boolean later = line.backordered() != null && !line.backordered().isZero();
        if (line.status() == LineStatus.REJECTED) {
            ack("IR", line.ordered(), null);
            return;
        }
        if (!line.confirmed().isZero()) {
            ack(later ? "BP" : accepted(line), line.confirmed(), line.deliveryDate());
        }
        if (later) {
            ack("IB", line.backordered(), line.backorderDate());
        }
        BigDecimal said = later
                ? line.confirmed().value().add(line.backordered().value())
                : line.confirmed().value();
        BigDecimal left = line.ordered().value().subtract(said);
        if (left.signum() > 0) {
            ack("IR", new Quantity(left, line.ordered().unit()), null);
        }
    }

    private static String accepted(OrderResponseLine line) {
        return line.status() == LineStatus.ACCEPTED ? "IA" : "IC";
    }

    private void ack(String status, Quantity quantity, LocalDate day) {
        out.segment(
                "ACK",
                status,
                plain(quantity.value()),
                out.unit(quantity.unit()),
                day == null ? null : "067",
                day == null ? null : X12Segments.day(day));
    }
}
