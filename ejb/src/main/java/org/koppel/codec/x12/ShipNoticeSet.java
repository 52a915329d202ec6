package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;

/** Writes the segments of 856: the shipment, below it the order, below that each package with its SSCC and what it holds. */
final class ShipNoticeSet {
    /** 1005: shipment, order, packaging, item. */
    private static final String STRUCTURE = "0001";

    private static final int CARRIER_WIDTH = 35;

    private final DespatchAdvice advice;
    private final X12Segments out;
    private int levels;

    ShipNoticeSet(DespatchAdvice advice, X12Output out) {
        this.advice = advice;
        this.out = new X12Segments(out);
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
        out.references(null, advice.references());
        List<String> packed = new ArrayList<>();
        for (HandlingUnit unit : advice.packages()) {
            if (unit.sscc() != null && !packed.contains(unit.sscc())) {
                packed.add(unit.sscc());
                int pack = level(order, "P");
                packaging(unit);
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

    private void packaging(HandlingUnit unit) {
        String kind = PackagingCodes.x12(unit.kind());
        if (unit.grossKilograms() != null) {
            out.segment("TD1", kind, "1", null, null, null, "G", plain(unit.grossKilograms()), "KG");
        } else if (kind != null) {
            out.segment("TD1", kind, "1");
        }
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
            String name = EdiTexts.one(carrier.name(), new Place(Kind.CARRIER, "TD5", CARRIER_WIDTH), out.fitting());
            out.segment("TD5", null, coded ? "2" : null, carrier.scac(), null, name);
        }
        if (carrier != null && carrier.tracking() != null) {
            out.segment("REF", "CN", carrier.tracking());
        }
        out.day("011", advice.despatchedOn());
        out.day("017", advice.expectedOn());
        out.party("SF", advice.seller());
        out.party("BY", advice.buyer());
        if (advice.shipTo() != null) {
            out.party("ST", X12Segments.party(advice.shipTo()));
        }
    }

    private void item(DespatchLine line, int parent) {
        level(parent, "I");
        Item item = line.item();
        List<Object> lin = new ArrayList<>();
        lin.add(line.orderLine());
        X12Segments.numbers(lin, item);
        out.segment("LIN", lin.toArray());
        out.segment(
                "SN1",
                line.orderLine(),
                plain(line.delivered().value()),
                out.unit(line.delivered().unit()));
        out.description(item);
        out.references(null, line.references());
    }
}
