package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Notice;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;

/** Writes the segments of 855, or of 865 in answer to a change or cancellation. */
final class AcknowledgementSet {
    private static final int STREET_WIDTH = 55;
    private static final int NAME_WIDTH = 60;
    private static final int DESCRIPTION_WIDTH = 80;
    private static final int TEXT_WIDTH = 264;

    /** 639, by how many units the price is for. */
    private static final Map<String, String> BASES = Map.of("1", "PE", "100", "HP", "1000", "TP");

    private final OrderResponse response;
    private final X12Output out;

    AcknowledgementSet(OrderResponse response, X12Output out) {
        this.response = response;
        this.out = out;
    }

    void write() {
        head();
        out.segment("CUR", "SE", response.currency());
        references(null, response.references());
        contact(response.seller().contact());
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
                    named("BEG04"),
                    occasion.revision(),
                    X12Output.day(response.orderIssuedAt() == null ? response.issuedAt() : response.orderIssuedAt()),
                    null,
                    named("BEG06"),
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
                named("BEG04"),
                null,
                named("BEG06"),
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

    private String named(String name) {
        return response.references().stream()
                .filter(r -> name.equals(r.name()))
                .map(Reference::value)
                .findFirst()
                .orElse(null);
    }

    /** @param party whose references (98), N9 for those in an N9; null for REF of the order or line itself */
    private void references(String party, List<Reference> references) {
        for (Reference reference : references) {
            RefQualifiers.write(reference)
                    .filter(r -> party == null ? r.place() == null : party.equals(r.place()))
                    .ifPresent(
                            r -> out.segment("N9".equals(party) ? "N9" : "REF", r.qualifier(), r.value(), r.words()));
        }
    }

    private void contact(Contact contact) {
        if (contact != null && contact.name() != null) {
            List<String> ways = new ArrayList<>();
            Stream.of(new String[] {"TE", contact.telephone()}, new String[] {"EM", contact.email()})
                    .filter(w -> w[1] != null && !w[1].isBlank())
                    .forEach(w -> ways.addAll(List.of(w)));
            List<Object> per = new ArrayList<>(List.of("SR", contact.name()));
            per.addAll(ways);
            out.segment("PER", per.toArray());
        }
    }

    private void notes(String note, List<Reason> reasons, List<Reference> references) {
        List<String> texts = Stream.concat(
                        Stream.ofNullable(note), reasons.stream().map(Reason::text))
                .filter(t -> t != null && !t.isBlank())
                .distinct()
                .toList();
        if (!texts.isEmpty()) {
            out.segment("N9", "L1", "NOTE");
            texts.stream().flatMap(t -> EdiTexts.pieces(t, TEXT_WIDTH).stream()).forEach(t -> out.segment("MSG", t));
        }
        references("N9", references);
    }

    private void parties() {
        List<String> written = new ArrayList<>();
        party(
                "BY",
                response.buyer().gln(),
                response.buyer().name(),
                response.buyer().address(),
                written);
        party(
                "SE",
                response.seller().gln(),
                response.seller().name(),
                response.seller().address(),
                written);
        Address place = response.shipTo();
        if (place != null) {
            party("ST", place.gln(), place.name(), place, written);
        }
        Party invoicee = response.invoicee();
        if (invoicee != null) {
            party("BT", invoicee.gln(), invoicee.name(), invoicee.address(), written);
        }
        response.references().stream()
                .flatMap(r -> RefQualifiers.write(r).stream())
                .map(RefQualifiers.Ref::place)
                .filter(p -> p != null && !p.equals("N9") && !written.contains(p))
                .distinct()
                .toList()
                .forEach(p -> party(p, null, p, null, written));
    }

    private void party(String role, String gln, String name, Address address, List<String> written) {
        String id = gln == null && address != null ? address.id() : gln;
        if (name == null && id == null) {
            return;
        }
        written.add(role);
        List<String> names = EdiTexts.pieces(name, NAME_WIDTH);
        out.segment(
                "N1", role, names.isEmpty() ? null : names.get(0), id == null ? null : gln == null ? "92" : "UL", id);
        if (names.size() > 1) {
            out.segment("N2", names.get(1));
        }
        if (address != null) {
            List<String> streets = EdiTexts.pieces(address.street(), STREET_WIDTH);
            if (!streets.isEmpty()) {
                out.segment("N3", streets.toArray());
            }
            if (address.city() != null || address.postalCode() != null) {
                out.segment("N4", address.city(), null, address.postalCode(), address.country());
            }
        }
        references(role, response.references());
    }

    private void line(OrderResponseLine line) {
        Item item = line.item();
        Price price = line.price();
        List<Object> po1 = new ArrayList<>();
        boolean change = response.occasion() != null;
        po1.add(line.number());
        if (change) {
            po1.add("CA"); // what was changed of it, ACK says
        }
        po1.add(plain(line.ordered().value()));
        if (change) {
            po1.add(null);
        }
        po1.add(X12.spelling(line.ordered().unit()));
        po1.add(price == null ? null : amount(price));
        po1.add(price == null ? null : BASES.getOrDefault(plain(price.baseQuantity()), "PE"));
        number(po1, "VN", item.sellersId());
        number(po1, "BP", item.buyersId());
        number(po1, item.gtin() != null && item.gtin().length() == 12 ? "UP" : "EN", item.gtin());
        number(po1, "MG", item.manufacturersId());
        out.segment(change ? "POC" : "PO1", po1.toArray());
        EdiTexts.pieces(item.description(), DESCRIPTION_WIDTH)
                .forEach(words -> out.segment("PID", "F", null, null, null, words));
        references(null, line.references());
        acknowledge(line);
        notes(line.note(), line.reasons(), line.references());
    }

    /** Per one, hundred or thousand, else turned into the price of one. */
    private static String amount(Price price) {
        return BASES.containsKey(plain(price.baseQuantity()))
                ? plain(price.amount().amount())
                : plain(price.perOne().amount());
    }

    private static void number(List<Object> po1, String type, String value) {
        if (value != null) {
            po1.add(type);
            po1.add(value);
        }
    }

    /** 668: what is delivered, and what follows later. */
    private void acknowledge(OrderResponseLine line) {
        boolean later = line.backordered() != null && !line.backordered().isZero();
        if (line.status() == LineStatus.REJECTED) {
            ack("IR", new Quantity(BigDecimal.ZERO, line.ordered().unit()), null);
            return;
        }
        if (!line.confirmed().isZero()) {
            ack(later ? "BP" : accepted(line), line.confirmed(), line.deliveryDate());
        }
        if (later) {
            ack("IB", line.backordered(), line.backorderDate());
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
                X12.spelling(quantity.unit()),
                day == null ? null : "067",
                day == null ? null : day.toString().replace("-", ""));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
