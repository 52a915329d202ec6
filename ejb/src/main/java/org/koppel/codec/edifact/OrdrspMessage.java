package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** Writes the segments of ORDRSP, in the order of D.96A, which D.01B keeps for them. */
final class OrdrspMessage {
    private static final int NAME_WIDTH = 35;
    private static final int TEXT_WIDTH = 70;
    private static final String VALUE_ADDED_TAX = "VAT";

    private final OrderResponse response;
    private final EdifactOutput out;

    OrdrspMessage(OrderResponse response, EdifactOutput out) {
        this.response = response;
        this.out = out;
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
        references(null, response.references());
        parties();
        out.segment("CUX", of("2", response.currency(), "9"));
        response.lines().forEach(this::line);
        out.segment("UNS", "S");
        total("79", response.net() == null ? null : response.net().amount());
        total("124", response.tax() == null ? null : response.tax().amount());
        total("86", response.gross() == null ? null : response.gross().amount());
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
                .forEach(this::text);
    }

    private void text(String text) {
        List<String> pieces = EdiTexts.pieces(text, TEXT_WIDTH);
        for (int from = 0; from < pieces.size(); from += 5) {
            out.segment("FTX", "AAI", null, null, of(pieces.subList(from, Math.min(from + 5, pieces.size()))));
        }
    }

    /** @param party whose references (3035); null for those of the order or line itself */
    private void references(String party, List<Reference> references) {
        for (Reference reference : references) {
            Qualifiers.write(reference)
                    .filter(r -> party == null ? r.party() == null : party.equals(r.party()))
                    .ifPresent(r -> out.segment("RFF", of(r.qualifier(), r.value(), r.line() == null ? "" : r.line())));
        }
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
                "SU",
                response.seller().gln(),
                response.seller().name(),
                response.seller().address(),
                written);
        Address place = response.shipTo();
        if (place != null) {
            party("DP", place.gln(), place.name(), place, written);
        }
        Party invoicee = response.invoicee();
        if (invoicee != null) {
            party("IV", invoicee.gln(), invoicee.name(), invoicee.address(), written);
        }
        response.references().stream()
                .flatMap(r -> Qualifiers.write(r).stream())
                .map(Qualifiers.Rff::party)
                .filter(p -> p != null && !written.contains(p))
                .distinct()
                .toList()
                .forEach(p -> party(p, null, null, null, written));
    }

    private void party(String role, String gln, String name, Address address, List<String> written) {
        written.add(role);
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
        String prefix = "LOC+" + role + '+';
        response.references().stream()
                .filter(r -> r.name() != null && r.name().startsWith(prefix))
                .forEach(r -> out.segment("LOC", r.name().substring(prefix.length()), r.value()));
        references(role, response.references());
    }

    private void line(OrderResponseLine line) {
        Item item = line.item();
        out.segment(
                "LIN",
                line.number(),
                action(line.status()),
                item.gtin() == null ? null : of(item.gtin(), item.gtin().length() == 12 ? "UP" : "EN"));
        if (item.sellersId() != null || item.buyersId() != null) {
            List<Object> numbers = new ArrayList<>(List.of("5"));
            Stream.of(
                            number(item.sellersId(), "SA"),
                            number(item.buyersId(), "IN"),
                            number(item.manufacturersId(), "MF"))
                    .filter(n -> n != null)
                    .forEach(numbers::add);
            out.segment("PIA", numbers.toArray());
        }
        List<String> words = EdiTexts.pieces(item.description(), NAME_WIDTH);
        for (int from = 0; from < words.size(); from += 2) {
            String second = from + 1 < words.size() ? words.get(from + 1) : "";
            out.segment("IMD", "F", null, of("", "", "", words.get(from), second));
        }
        quantities(line);
        texts(line.note(), line.reasons());
        price(line);
        references(null, line.references());
        line.references().stream()
                .filter(r -> r.name() != null && r.name().startsWith("LOC+"))
                .forEach(r -> out.segment("LOC", r.name().substring(4), r.value()));
        if (line.taxPercent() != null) {
            out.segment("TAX", "7", VALUE_ADDED_TAX, null, null, of("", "", "", plain(line.taxPercent())));
        }
        later(line);
    }

    private static Object number(String value, String type) {
        return value == null ? null : of(value, type);
    }

    private void quantities(OrderResponseLine line) {
        quantity("21", line.ordered());
        quantity("113", line.confirmed());
        if (hasBackorder(line)) {
            quantity("83", line.backordered());
        }
        date(line.deliveryDate());
        if (line.amount() != null) {
            out.segment("MOA", of("203", plain(line.amount().amount())));
        }
    }

    private static boolean hasBackorder(OrderResponseLine line) {
        return line.backordered() != null && !line.backordered().isZero();
    }

    private void price(OrderResponseLine line) {
        Price price = line.price();
        if (price != null) {
            boolean perOne = price.baseQuantity().compareTo(BigDecimal.ONE) == 0;
            out.segment(
                    "PRI",
                    perOne
                            ? of("AAA", plain(price.amount().amount()))
                            : of(
                                    "AAA",
                                    plain(price.amount().amount()),
                                    "",
                                    "",
                                    plain(price.baseQuantity()),
                                    Units.iso(line.ordered().unit())));
        }
    }

    /** What follows, with its own date: a schedule of the line. */
    private void later(OrderResponseLine line) {
        if (hasBackorder(line) && line.backorderDate() != null) {
            out.segment("SCC", "1");
            quantity("83", line.backordered());
            date(line.backorderDate());
        }
    }

    private void quantity(String qualifier, Quantity quantity) {
        if (quantity != null) {
            out.segment("QTY", of(qualifier, plain(quantity.value()), Units.iso(quantity.unit())));
        }
    }

    private void date(LocalDate day) {
        if (day != null) {
            out.segment("DTM", of("67", day.toString().replace("-", ""), "102"));
        }
    }

    private void total(String qualifier, BigDecimal amount) {
        if (amount != null) {
            out.segment("MOA", of(qualifier, plain(amount)));
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
