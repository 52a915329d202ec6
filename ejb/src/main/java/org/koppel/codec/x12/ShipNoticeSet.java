package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Reference;

/** Writes the segments of 856: the shipment, below it the order, below that each package with its SSCC and what it holds. */
final class ShipNoticeSet {
    private static final int NAME_WIDTH = 60;
    private static final int STREET_WIDTH = 55;
    private static final int DESCRIPTION_WIDTH = 80;

    /** 1005: shipment, order, packaging, item. */
    private static final String STRUCTURE = "0001";

    private final DespatchAdvice advice;
    private final X12Output out;
    private int levels;

    ShipNoticeSet(DespatchAdvice advice, X12Output out) {
        this.advice = advice;
        this.out = out;
    }

    void write() {
        out.segment(
                "BSN",
                "00",
                advice.number().value(),
                X12Output.day(advice.issuedAt()),
                DateTimeFormatter.ofPattern("HHmm").format(advice.issuedAt()),
                STRUCTURE);
        int shipment = level(0, "S");
        shipment();
        int order = level(shipment, "O");
        out.segment(
                "PRF",
                advice.order().value(),
                null,
                null,
                advice.orderIssuedAt() == null ? null : X12Output.day(advice.orderIssuedAt()));
        references(advice.references());
        List<String> packed = new ArrayList<>();
        for (HandlingUnit unit : advice.packages()) {
            if (unit.sscc() != null && !packed.contains(unit.sscc())) {
                packed.add(unit.sscc());
                int pack = level(order, "P");
                out.segment("MAN", "GM", "00" + unit.sscc());
                advice.lines().stream()
                        .filter(l -> unit.sscc().equals(l.sscc()))
                        .forEach(l -> item(l, pack));
            }
        }
        advice.lines().stream()
                .filter(l -> l.sscc() == null || !packed.contains(l.sscc()))
                .forEach(l -> item(l, order));
        out.segment("CTT", Integer.toString(levels));
    }

    private int level(int parent, String kind) {
        levels++;
        out.segment("HL", Integer.toString(levels), parent == 0 ? null : Integer.toString(parent), kind);
        return levels;
    }

    private void shipment() {
        Carrier carrier = advice.carrier();
        if (carrier != null && (carrier.scac() != null || carrier.name() != null)) {
            boolean coded = carrier.scac() != null;
            out.segment("TD5", null, coded ? "2" : null, carrier.scac(), null, carrier.name());
        }
        if (carrier != null && carrier.tracking() != null) {
            out.segment("REF", "CN", carrier.tracking());
        }
        day("011", advice.despatchedOn());
        day("017", advice.expectedOn());
        party(
                "SF",
                advice.seller().gln(),
                advice.seller().name(),
                advice.seller().address());
        party("BY", advice.buyer().gln(), advice.buyer().name(), advice.buyer().address());
        Address place = advice.shipTo();
        if (place != null) {
            party("ST", place.gln(), place.name(), place);
        }
    }

    private void day(String qualifier, LocalDate day) {
        if (day != null) {
            out.segment("DTM", qualifier, day.toString().replace("-", ""));
        }
    }

    private void party(String role, String gln, String name, Address address) {
        String id = gln == null && address != null ? address.id() : gln;
        List<String> names = EdiTexts.pieces(name, NAME_WIDTH);
        if (names.isEmpty() && id == null) {
            return;
        }
        out.segment(
                "N1", role, names.isEmpty() ? null : names.get(0), id == null ? null : gln == null ? "92" : "UL", id);
        if (address != null) {
            List<String> streets = EdiTexts.pieces(address.street(), STREET_WIDTH);
            if (!streets.isEmpty()) {
                out.segment("N3", streets.toArray());
            }
            if (address.city() != null || address.postalCode() != null) {
                out.segment("N4", address.city(), null, address.postalCode(), address.country());
            }
        }
    }

    /** Those of the order or line itself; what belonged to a party or stood in an N9 has no place here. */
    private void references(List<Reference> references) {
        for (Reference reference : references) {
            RefQualifiers.write(reference)
                    .filter(r -> r.place() == null)
                    .ifPresent(r -> out.segment("REF", r.qualifier(), r.value(), r.words()));
        }
    }

    private void item(DespatchLine line, int parent) {
        level(parent, "I");
        Item item = line.item();
        List<Object> lin = new ArrayList<>();
        lin.add(line.orderLine());
        number(lin, "VN", item.sellersId());
        number(lin, "BP", item.buyersId());
        number(lin, item.gtin() != null && item.gtin().length() == 12 ? "UP" : "EN", item.gtin());
        out.segment("LIN", lin.toArray());
        out.segment(
                "SN1",
                line.orderLine(),
                plain(line.delivered().value()),
                X12.spelling(line.delivered().unit()));
        EdiTexts.pieces(item.description(), DESCRIPTION_WIDTH)
                .forEach(words -> out.segment("PID", "F", null, null, null, words));
        references(line.references());
    }

    private static void number(List<Object> lin, String type, String value) {
        if (value != null) {
            lin.add(type);
            lin.add(value);
        }
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
