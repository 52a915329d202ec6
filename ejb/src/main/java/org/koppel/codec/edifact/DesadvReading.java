package org.koppel.codec.edifact;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.EdiDespatchReading;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** One DESADV of D.96A or D.01B as a back office sends it, about one order. Lines are in the package of their CPS. */
final class DesadvReading extends EdiDespatchReading {
    private EdiSegment bgm;
    private OffsetDateTime issued;
    private NadPart buyer;
    private EdiSegment transport;
    private String carriersNumber;
    private String kind;
    private BigDecimal gross;
    private String sscc;

    DesadvReading(EdiFields fields, boolean test) {
        super(fields, test);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "CPS" -> {
                end();
                kind = null;
                gross = null;
                sscc = null;
            }
            case "LIN" -> begin(segment, new Left(segment));
            case "CNT" -> end();
            default -> {
                if (!takenByLine(segment)) {
                    aboveLines(segment);
                }
            }
        }
    }

    private void aboveLines(EdiSegment segment) {
        if (segment.loop().startsWith("SG-PAC") || segment.loop().startsWith("SG-PCI")) {
            unit(segment);
        } else {
            head(segment);
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BGM" -> {
                bgm = segment;
                if (bgm.at(3) != null && !bgm.at(3).equals("9")) {
                    String text =
                            "The function \"" + bgm.at(3) + "\" is not taken; send each despatch once, as original (9)";
                    problems.add(bgm, 3, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
                }
            }
            case "DTM" -> date(segment);
            case "RFF" -> {
                if ("ON".equals(segment.at(1))) {
                    order(segment, 2);
                } else if ("CN".equals(segment.at(1))) {
                    carriersNumber = segment.at(1, 2);
                } else if (segment.loop().equals("SG-RFF")) {
                    Qualifiers.keep(null, segment, references);
                }
            }
            case "NAD" -> buyer = "BY".equals(segment.at(1)) ? new NadPart(segment) : buyer;
            case "TDT" -> transport = segment;
            case "FTX" -> OrdersMessage.text(segment, note);
            default -> {} // what we know of the order
        }
    }

    private void date(EdiSegment dtm) {
        if (!dtm.loop().isEmpty()) {
            return;
        }
        switch (dtm.at(1) == null ? "" : dtm.at(1)) {
            case "137" -> issued = EdifactDates.moment(dtm, fields);
            case "11" -> despatched = EdifactDates.day(dtm, fields);
            case "17", "2" -> expected = EdifactDates.day(dtm, fields);
            default -> {}
        }
    }

    private void unit(EdiSegment segment) {
        switch (segment.tag()) {
            case "PAC" -> kind = segment.at(3);
            case "MEA" -> {
                if ("KGM".equals(segment.at(3))) {
                    gross = fields.amount(segment, 3, 2);
                }
            }
            case "GIN" -> {
                if ("BJ".equals(segment.at(1)) && segment.at(2) != null) {
                    sscc = segment.at(2);
                    packed(new HandlingUnit(sscc, kind, gross));
                }
            }
            default -> {}
        }
    }

    @Override
    protected void require(EdiSegment trailer) {
        if (bgm == null || bgm.at(2) == null) {
            fields.missing(trailer, 0, 0, "Give the despatch advice a number in BGM");
        }
        if (namesNoOrder()) {
            fields.missing(trailer, 0, 0, "Name in RFF+ON the order whose goods left");
        }
        if (count() == 0) {
            fields.missing(trailer, 0, 0, "The message has no LIN; name at least one line that left");
        }
    }

    @Override
    protected Document document() {
        carrier = carrier();
        return advice(new DocumentNumber(bgm.at(2)), issued, NadPart.party(buyer));
    }

    private Carrier carrier() {
        String conveyance = transport == null ? null : transport.at(2);
        String tracking = conveyance == null ? carriersNumber : conveyance;
        if (transport == null) {
            return tracking == null ? null : new Carrier(null, null, tracking);
        }
        return new Carrier(transport.at(5, 4), transport.at(5), tracking);
    }

    /** The segments from one LIN to the next. */
    private final class Left implements Line<DespatchLine> {
        private final EdiSegment lin;
        private final StringBuilder said = new StringBuilder();
        private final List<Reference> its = new ArrayList<>();
        private String ordersLine;
        private EdiSegment delivered;

        Left(EdiSegment lin) {
            this.lin = lin;
        }

        @Override
        public void take(EdiSegment segment) {
            switch (segment.tag()) {
                case "QTY" -> delivered = "12".equals(segment.at(1)) ? segment : delivered;
                case "FTX" -> OrdersMessage.text(segment, said);
                case "RFF" -> {
                    if ("ON".equals(segment.at(1))) {
                        order(segment, 2);
                        ordersLine = segment.at(1, 3);
                    } else if ("LI".equals(segment.at(1))) {
                        ordersLine = ordersLine == null ? segment.at(1, 2) : ordersLine;
                    } else {
                        Qualifiers.keep(null, segment, its);
                    }
                }
                default -> {} // the article is the order's
            }
        }

        @Override
        public DespatchLine read() {
            if (ordersLine == null) {
                fields.missing(lin, 0, 0, "Name in RFF+ON:order:line which line of the order left");
            }
            Quantity left = delivered == null
                    ? null
                    : EdifactQuantities.of(delivered, fields, fields.positive(delivered, 1, 2));
            if (delivered == null || delivered.at(1, 2) == null) {
                fields.missing(lin, 0, 0, "Say in QTY+12 how much left");
            }
            return line(ordersLine, left, sscc, words(said), its);
        }
    }
}
