package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;

/** Writes the segments of 850, or of 860 that replaces (05) or cancels (01). */
final class OrderWriting {
    private static final int NAME_WIDTH = 60;
    private static final int STREET_WIDTH = 55;
    private static final int DESCRIPTION_WIDTH = 80;
    private static final int TEXT_WIDTH = 264;

    /** 639, by how many units the price is for. */
    private static final Map<String, String> BASES = Map.of("1", "PE", "100", "HP", "1000", "TP");

    private final OrderMessage message;
    private final X12Output out;
    private final List<Reference> references;

    OrderWriting(OrderMessage message, X12Output out) {
        this.message = message;
        this.out = out;
        this.references =
                message.content() == null ? List.of() : message.content().references();
    }

    void write() {
        head();
        if (message.content() != null) {
            out.segment("CUR", "BY", message.content().currency());
        }
        references(null, references);
        contact(message.buyer() == null ? null : message.buyer().contact());
        if (message.content() != null) {
            day(message.content().requestedDelivery());
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
            out.segment("BEG", "00", "SA", message.order().value(), named("BEG04"), day, named("BEG06"));
            return;
        }
        out.segment(
                "BCH",
                message.kind() == Kind.CHANGE ? "05" : "01",
                "SA",
                message.order().value(),
                named("BEG04"),
                message.revision(),
                day,
                null,
                named("BEG06"));
    }

    private String named(String name) {
        return references.stream()
                .filter(r -> name.equals(r.name()))
                .map(Reference::value)
                .findFirst()
                .orElse(null);
    }

    /** @param place whose references (98), N9 for those in an N9; null for REF of the order or line itself */
    private void references(String place, List<Reference> all) {
        for (Reference reference : all) {
            RefQualifiers.write(reference)
                    .filter(r -> Objects.equals(place, r.place()))
                    .ifPresent(
                            r -> out.segment("N9".equals(place) ? "N9" : "REF", r.qualifier(), r.value(), r.words()));
        }
    }

    private void contact(Contact contact) {
        if (contact != null && contact.name() != null) {
            List<Object> per = new ArrayList<>(List.of("BD", contact.name()));
            Stream.of(new String[] {"TE", contact.telephone()}, new String[] {"EM", contact.email()})
                    .filter(w -> w[1] != null && !w[1].isBlank())
                    .forEach(w -> per.addAll(List.of(w)));
            out.segment("PER", per.toArray());
        }
    }

    private void day(LocalDate day) {
        if (day != null) {
            out.segment("DTM", "002", day.toString().replace("-", ""));
        }
    }

    private void notes(String note, List<Reference> all) {
        if (note != null && !note.isBlank()) {
            out.segment("N9", "L1", "NOTE");
            EdiTexts.pieces(note, TEXT_WIDTH).forEach(t -> out.segment("MSG", t));
        }
        references("N9", all);
    }

    private void parties() {
        List<String> written = new ArrayList<>();
        Party buyer = message.buyer();
        if (buyer != null) {
            party("BY", buyer.gln(), buyer.name(), buyer.address(), written);
        }
        if (message.content() != null) {
            Address place = message.content().shipTo();
            if (place != null) {
                party("ST", place.gln(), place.name(), place, written);
            }
            Party invoicee = message.content().invoicee();
            if (invoicee != null) {
                party("BT", invoicee.gln(), invoicee.name(), invoicee.address(), written);
            }
        }
        references.stream()
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
        references(role, references);
    }

    private void line(OrderLine line) {
        boolean change = message.kind() != Kind.NEW;
        Item item = line.item();
        Price price = line.price();
        List<Object> po1 = new ArrayList<>();
        po1.add(line.number());
        if (change) {
            po1.add("CA");
        }
        po1.add(plain(line.quantity().value()));
        if (change) {
            po1.add(null);
        }
        po1.add(X12.spelling(line.quantity().unit()));
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
        day(line.requestedDelivery());
        notes(line.note(), line.references());
        Address place = line.shipTo();
        if (place != null) {
            party("ST", place.gln(), place.name(), place, new ArrayList<>());
        }
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

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
