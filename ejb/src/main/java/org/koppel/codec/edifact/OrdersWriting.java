package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** Writes the segments of ORDERS, or of ORDCHG that replaces (5) or cancels (1), in the order of D.96A, which D.01B keeps for them. */
final class OrdersWriting {
    private static final int NAME_WIDTH = 35;
    private static final int TEXT_WIDTH = 70;

    private final OrderMessage message;
    private final EdifactOutput out;
    private final List<Reference> references;

    OrdersWriting(OrderMessage message, EdifactOutput out) {
        this.message = message;
        this.out = out;
        this.references =
                message.content() == null ? List.of() : message.content().references();
    }

    void write() {
        boolean fresh = message.kind() == Kind.NEW;
        String function = fresh ? "9" : message.kind() == Kind.CHANGE ? "5" : "1";
        out.segment("BGM", fresh ? "220" : "230", message.number().value(), function);
        out.segment("DTM", of("137", EdifactOutput.minute(message.issuedAt()), "203"));
        if (message.content() != null) {
            day("2", message.content().requestedDelivery());
        }
        text(message.note());
        if (!fresh) {
            out.segment("RFF", of("ON", message.order().value()));
        }
        references(null, references);
        parties();
        if (message.content() != null) {
            out.segment("CUX", of("2", message.content().currency(), "9"));
        }
        message.lines().forEach(this::line);
        out.segment("UNS", "S");
        if (message.content() != null && message.content().total() != null) {
            out.segment("MOA", of("79", plain(message.content().total().amount())));
        }
        out.segment("CNT", of("2", Integer.toString(message.lines().size())));
    }

    private void day(String qualifier, LocalDate day) {
        if (day != null) {
            out.segment("DTM", of(qualifier, day.toString().replace("-", ""), "102"));
        }
    }

    private void text(String text) {
        List<String> pieces = EdiTexts.pieces(text, TEXT_WIDTH);
        for (int from = 0; from < pieces.size(); from += 5) {
            out.segment("FTX", "AAI", null, null, of(pieces.subList(from, Math.min(from + 5, pieces.size()))));
        }
    }

    /** @param party whose references (3035); null for those of the order or line itself */
    private void references(String party, List<Reference> all) {
        for (Reference reference : all) {
            Qualifiers.write(reference)
                    .filter(r -> Objects.equals(party, r.party()))
                    .ifPresent(r -> out.segment("RFF", of(r.qualifier(), r.value(), r.line() == null ? "" : r.line())));
        }
    }

    private void parties() {
        List<String> written = new ArrayList<>();
        Party buyer = message.buyer() == null ? new Party(null, null, null, null, null) : message.buyer();
        party("BY", buyer.gln(), buyer.name(), buyer.address(), written);
        if (message.content() != null) {
            Address place = message.content().shipTo();
            if (place != null) {
                party("DP", place.gln(), place.name(), place, written);
            }
            Party invoicee = message.content().invoicee();
            if (invoicee != null) {
                party("IV", invoicee.gln(), invoicee.name(), invoicee.address(), written);
            }
        }
        references.stream()
                .flatMap(r -> Qualifiers.write(r).stream())
                .map(Qualifiers.Rff::party)
                .filter(p -> p != null && !written.contains(p))
                .distinct()
                .toList()
                .forEach(p -> party(p, null, null, null, written));
    }

    private void party(String role, String gln, String name, Address address, List<String> written) {
        written.add(role);
        nad(role, gln, name, address);
        String prefix = "LOC+" + role + '+';
        references.stream()
                .filter(r -> r.name() != null && r.name().startsWith(prefix))
                .forEach(r -> out.segment("LOC", r.name().substring(prefix.length()), r.value()));
        references(role, references);
    }

    private void nad(String role, String gln, String name, Address address) {
        String id = gln == null && address != null ? address.id() : gln;
        boolean placed = address != null;
        out.segment(
                "NAD",
                role,
                id == null ? null : of(id, "", gln == null ? "92" : "9"),
                null,
                of(EdiTexts.pieces(name, NAME_WIDTH)),
                placed ? of(EdiTexts.pieces(address.street(), NAME_WIDTH)) : null,
                placed ? address.city() : null,
                null,
                placed ? address.postalCode() : null,
                placed ? address.country() : null);
    }

    private void line(OrderLine line) {
        Item item = line.item();
        out.segment(
                "LIN",
                line.number(),
                null,
                item.gtin() == null ? null : of(item.gtin(), item.gtin().length() == 12 ? "UP" : "EN"));
        List<Object> numbers = new ArrayList<>(List.of("5"));
        Stream.of(number(item.sellersId(), "SA"), number(item.buyersId(), "IN"), number(item.manufacturersId(), "MF"))
                .filter(Objects::nonNull)
                .forEach(numbers::add);
        if (numbers.size() > 1) {
            out.segment("PIA", numbers.toArray());
        }
        List<String> words = EdiTexts.pieces(item.description(), NAME_WIDTH);
        for (int from = 0; from < words.size(); from += 2) {
            String second = from + 1 < words.size() ? words.get(from + 1) : "";
            out.segment("IMD", "F", null, of("", "", "", words.get(from), second));
        }
        Quantity quantity = line.quantity();
        out.segment("QTY", of("21", plain(quantity.value()), Units.iso(quantity.unit())));
        day("2", line.requestedDelivery());
        text(line.note());
        price(line);
        references(null, line.references());
        line.references().stream()
                .filter(r -> r.name() != null && r.name().startsWith("LOC+"))
                .forEach(r -> out.segment("LOC", r.name().substring(4), r.value()));
        if (line.shipTo() != null) {
            nad("DP", line.shipTo().gln(), line.shipTo().name(), line.shipTo());
        }
    }

    private static Object number(String value, String type) {
        return value == null ? null : of(value, type);
    }

    private void price(OrderLine line) {
        Price price = line.price();
        if (price != null) {
            String amount = plain(price.amount().amount());
            boolean perOne = price.baseQuantity().compareTo(BigDecimal.ONE) == 0;
            out.segment(
                    "PRI",
                    perOne
                            ? of("AAA", amount)
                            : of(
                                    "AAA",
                                    amount,
                                    "",
                                    "",
                                    plain(price.baseQuantity()),
                                    Units.iso(line.quantity().unit())));
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
