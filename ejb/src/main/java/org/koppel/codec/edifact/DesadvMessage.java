package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** Writes the segments of DESADV: the shipment, each package with its SSCC, and in it the lines that it holds. */
final class DesadvMessage {
    private static final int NAME_WIDTH = 35;
    private static final int TEXT_WIDTH = 70;

    private final DespatchAdvice advice;
    private final EdifactOutput out;
    private int packages;

    DesadvMessage(DespatchAdvice advice, EdifactOutput out) {
        this.advice = advice;
        this.out = out;
    }

    void write() {
        out.segment("BGM", "351", advice.number().value(), "9");
        out.segment("DTM", of("137", EdifactOutput.minute(advice.issuedAt()), "203"));
        day("11", advice.despatchedOn());
        day("17", advice.expectedOn());
        out.segment("RFF", of("ON", advice.order().value()));
        if (advice.orderIssuedAt() != null) {
            out.segment("DTM", of("171", EdifactOutput.day(advice.orderIssuedAt()), "102"));
        }
        references(advice.references());
        parties();
        carrier();
        cargo();
        out.segment("CNT", of("2", Integer.toString(advice.lines().size())));
    }

    private void day(String qualifier, LocalDate day) {
        if (day != null) {
            out.segment("DTM", of(qualifier, day.toString().replace("-", ""), "102"));
        }
    }

    /** Those of the order or line itself; what belonged to a party has no place here. */
    private void references(List<Reference> references) {
        for (Reference reference : references) {
            Qualifiers.write(reference)
                    .filter(r -> r.party() == null)
                    .ifPresent(r -> out.segment("RFF", of(r.qualifier(), r.value(), r.line() == null ? "" : r.line())));
        }
    }

    private void parties() {
        party("BY", advice.buyer());
        party("SU", advice.seller());
        Address place = advice.shipTo();
        if (place != null) {
            party("DP", new Party(place.name(), place.gln(), null, null, place));
        }
    }

    private void party(String role, Party party) {
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        out.segment(
                "NAD",
                role,
                id == null ? null : of(id, "", party.gln() == null ? "92" : "9"),
                null,
                of(EdiTexts.pieces(party.name(), NAME_WIDTH)),
                address == null ? null : of(EdiTexts.pieces(address.street(), NAME_WIDTH)),
                address == null ? null : address.city(),
                null,
                address == null ? null : address.postalCode(),
                address == null ? null : address.country());
    }

    private void carrier() {
        if (advice.carrier() != null) {
            out.segment(
                    "TDT",
                    "20",
                    advice.carrier().tracking(),
                    "30",
                    null,
                    of(Arrays.asList(
                            advice.carrier().scac(), "", "", advice.carrier().name())));
        }
    }

    /** The shipment is the first level; every package is one below it, and what is in none stands with the shipment. */
    private void cargo() {
        out.segment("CPS", Integer.toString(++packages));
        text(advice.note());
        if (!advice.packages().isEmpty()) {
            out.segment("PAC", Integer.toString(advice.packages().size()));
        }
        List<String> written = new ArrayList<>();
        for (HandlingUnit unit : advice.packages()) {
            written.add(unit.sscc());
        }
        advice.lines().stream()
                .filter(l -> l.sscc() == null || !written.contains(l.sscc()))
                .forEach(this::line);
        advice.packages().stream().distinct().forEach(this::unit);
    }

    private void unit(HandlingUnit unit) {
        out.segment("CPS", Integer.toString(++packages), "1");
        out.segment("PAC", "1", null, unit.kind() == null ? null : of(unit.kind()));
        if (unit.grossKilograms() != null) {
            out.segment("MEA", "PD", of("AAB"), of("KGM", plain(unit.grossKilograms())));
        }
        if (unit.sscc() != null) {
            out.segment("PCI", "33E");
            out.segment("GIN", "BJ", of(unit.sscc()));
            advice.lines().stream().filter(l -> unit.sscc().equals(l.sscc())).forEach(this::line);
        }
    }

    private void line(DespatchLine line) {
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
        quantity("12", line.delivered());
        if (line.outstanding() != null && !line.outstanding().isZero()) {
            quantity("83", line.outstanding());
        }
        text(line.note());
        out.segment("RFF", of("ON", advice.order().value(), line.orderLine()));
        references(line.references());
    }

    private void text(String text) {
        List<String> pieces = EdiTexts.pieces(text, TEXT_WIDTH);
        for (int from = 0; from < pieces.size(); from += 5) {
            out.segment("FTX", "AAI", null, null, of(pieces.subList(from, Math.min(from + 5, pieces.size()))));
        }
    }

    private static Object number(String value, String type) {
        return value == null ? null : of(value, type);
    }

    private void quantity(String qualifier, Quantity quantity) {
        out.segment("QTY", of(qualifier, plain(quantity.value()), Units.iso(quantity.unit())));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
