package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;
import static org.koppel.codec.EdiOutput.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;

/** Writes the segments of DESADV: the shipment, each package with its SSCC, and in it the lines that it holds. */
final class DesadvMessage {
    /** Data element 8028, conveyance reference number. */
    private static final int CONVEYANCE_WIDTH = 17;

    private final DespatchAdvice advice;
    private final EdifactSegments out;
    private int packages;

    DesadvMessage(DespatchAdvice advice, EdifactOutput out) {
        this.advice = advice;
        this.out = new EdifactSegments(out);
    }

    void write() {
        out.segment("BGM", "351", advice.number().value(), "9");
        out.segment("DTM", of("137", EdifactOutput.minute(advice.issuedAt()), "203"));
        out.day("11", advice.despatchedOn());
        out.day("17", advice.expectedOn());
        out.segment("RFF", of("ON", advice.order().value()));
        if (advice.orderIssuedAt() != null) {
            out.segment("DTM", of("171", EdifactOutput.day(advice.orderIssuedAt()), "102"));
        }
        out.references(null, advice.references());
        if (tracking() != null && !fitsConveyance()) {
            out.segment("RFF", of("CN", tracking())); // carrier's reference number: a number that is cut is another one
        }
        parties();
        carrier();
        cargo();
        out.segment("CNT", of("2", Integer.toString(advice.lines().size())));
    }

    private void parties() {
        out.nad("BY", advice.buyer());
        out.nad("SU", advice.seller());
        if (advice.shipTo() != null) {
            out.nad("DP", EdifactSegments.party(advice.shipTo()));
        }
    }

    private void carrier() {
        if (advice.carrier() != null) {
            Place place = new Place(Kind.CARRIER, "TDT", EdifactSegments.NAME_WIDTH);
            String name = EdiTexts.one(advice.carrier().name(), place, out.fitting());
            out.segment(
                    "TDT",
                    "20",
                    fitsConveyance() ? tracking() : null,
                    "30",
                    null,
                    of(Arrays.asList(advice.carrier().scac(), "", "", name)));
        }
    }

    private String tracking() {
        return advice.carrier() == null ? null : advice.carrier().tracking();
    }

    private boolean fitsConveyance() {
        return tracking() == null || tracking().length() <= CONVEYANCE_WIDTH;
    }

    /** The shipment is the first level; every package is one below it, and what is in none stands with the shipment. */
    private void cargo() {
        out.segment("CPS", Integer.toString(++packages));
        out.text("AAI", advice.note());
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
        out.article(line.number(), null, line.item());
        out.quantity("12", line.delivered());
        if (line.outstanding() != null && !line.outstanding().isZero()) {
            out.quantity("83", line.outstanding());
        }
        out.text("AAI", line.note());
        out.segment("RFF", of("ON", advice.order().value(), line.orderLine()));
        out.references(null, line.references());
    }
}
