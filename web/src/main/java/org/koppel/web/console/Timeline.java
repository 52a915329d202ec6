package org.koppel.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.koppel.operations.AttemptRow;
import org.koppel.operations.AuditEntry;
import org.koppel.operations.DeliveryDetail;
import org.koppel.operations.DeliveryRow;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.MessageDetail;
import org.koppel.operations.MessageRow;
import org.koppel.operations.OrderDetail;

/** What happened, in the order it happened, in the reader's language. */
public final class Timeline {
    private final Frame f;
    private final List<Event> events = new ArrayList<>();

    private Timeline(Frame f) {
        this.f = f;
    }

    /** From the message the order came in to every attempt at its answers. */
    public static List<Event> of(Frame f, OrderDetail order, List<AuditEntry> deeds) {
        return new Timeline(f).events(order, deeds);
    }

    public static List<Event> of(Frame f, MessageDetail message, List<AuditEntry> deeds) {
        return new Timeline(f).events(message, deeds);
    }

    public static List<Event> of(Frame f, DeliveryDetail delivery, List<AuditEntry> deeds) {
        return new Timeline(f).events(delivery, deeds);
    }

    private List<Event> events(OrderDetail order, List<AuditEntry> deeds) {
        if (order.message() != null) {
            message(order.message());
        }
        add(new Event(
                order.row().receivedAt(),
                f.t().get("event.order", f.customer(order.row().customer())),
                "",
                "",
                ""));
        order.documents().stream().filter(d -> d.direction().equals("OUT")).forEach(this::document);
        order.documents().stream().filter(order::isRepeat).forEach(this::repeat);
        order.attempts().forEach(a -> attempt(a, "/console/deliveries/" + a.delivery()));
        order.deliveries().forEach(this::next);
        deeds(deeds);
        return sorted();
    }

    private List<Event> events(MessageDetail message, List<AuditEntry> deeds) {
        message(message.row());
        message.documents().forEach(this::document);
        if (!message.row().status().equals("RECEIVED")) {
            String status = message.row().status();
            add(new Event(message.row().changedAt(), f.word("status", status), "", "", Tone.of(status)));
        }
        deeds(deeds);
        return sorted();
    }

    private List<Event> events(DeliveryDetail delivery, List<AuditEntry> deeds) {
        add(new Event(delivery.row().createdAt(), f.t().get("event.delivery"), "", "", ""));
        if (!delivery.shortened().isEmpty() && !delivery.attempts().isEmpty()) {
            Instant written = delivery.attempts().get(0).startedAt();
            String title = f.t().get("event.shortened", delivery.shortened().size());
            add(new Event(written, title, "", "#shortened", Tone.of("RETRY")));
        }
        delivery.attempts().forEach(a -> attempt(a, ""));
        next(delivery.row());
        deeds(deeds);
        return sorted();
    }

    private void message(MessageRow m) {
        add(new Event(
                m.receivedAt(),
                f.t().get("event.message", f.word("channel", m.channel())),
                m.reference() == null ? "" : m.reference(),
                "/console/messages/" + m.id(),
                ""));
    }

    private void document(DocumentRow d) {
        String title = f.t().get(
                        d.direction().equals("IN") ? "event.read" : "event.made", f.word("type", d.type()), d.number());
        String link = d.order() == null ? "" : "/console/orders/" + d.order();
        add(new Event(d.createdAt(), title, "", link, Tone.of(d.direction().equals("IN") ? d.status() : "")));
    }

    private void repeat(DocumentRow d) {
        add(new Event(
                d.createdAt(),
                f.word("event.again", d.status()),
                "",
                d.message() == null ? "" : "/console/messages/" + d.message(),
                Tone.of(d.status())));
    }

    private void attempt(AttemptRow a, String link) {
        String detail = a.code() + (a.detail() == null ? "" : ": " + a.detail());
        add(new Event(
                a.endedAt(),
                f.t().get("event.attempt", a.number(), f.word("outcome", a.outcome())),
                detail,
                link,
                Tone.of(a.outcome())));
    }

    private void next(DeliveryRow d) {
        if (d.nextAttemptAt() != null) {
            add(new Event(d.nextAttemptAt(), f.t().get("event.next"), "", "/console/deliveries/" + d.id(), "next"));
        }
    }

    private void deeds(List<AuditEntry> deeds) {
        deeds.forEach(d ->
                add(new Event(d.at(), f.t().get("event.by", f.word("action", d.action()), d.who()), "", "", "")));
    }

    private void add(Event event) {
        events.add(event);
    }

    private List<Event> sorted() {
        return events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }
}
