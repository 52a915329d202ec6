package org.koppel.codec.edifact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiMessage;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.Item;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One DESADV of D.96A or D.01B as a back office sends it, about one order. Lines are in the package of their CPS. */
final class DesadvReading implements EdiMessage<Document> {
    private final EdiProblems problems;
    private final EdiFields fields;
    private final boolean test;
    private final List<HandlingUnit> packages = new ArrayList<>();
    private final List<DespatchLine> lines = new ArrayList<>();
    private final StringBuilder note = new StringBuilder();
    private EdiSegment bgm;
    private OffsetDateTime issued;
    private LocalDate despatched;
    private LocalDate expected;
    private String order;
    private NadPart buyer;
    private Carrier carrier;
    private String kind;
    private BigDecimal gross;
    private String sscc;
    private Line line;
    private int count;

    DesadvReading(EdiProblems problems, boolean test) {
        this.problems = problems;
        this.fields = new EdiFields(problems);
        this.test = test;
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "CPS" -> {
                endLine();
                kind = null;
                gross = null;
                sscc = null;
            }
            case "LIN" -> {
                endLine();
                line = new Line(segment);
                problems.inLine(segment.at(1));
            }
            case "CNT" -> endLine();
            default -> {
                if (line != null) {
                    line.take(segment);
                } else if (segment.loop().startsWith("SG-PAC") || segment.loop().startsWith("SG-PCI")) {
                    unit(segment);
                } else {
                    head(segment);
                }
            }
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
                    order(segment, segment.at(1, 2));
                }
            }
            case "NAD" -> buyer = "BY".equals(segment.at(1)) ? new NadPart(segment) : buyer;
            case "TDT" -> carrier = new Carrier(segment.at(5, 4), segment.at(5), segment.at(2));
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

    private void order(EdiSegment rff, String said) {
        if (order != null && said != null && !order.equals(said)) {
            String text = "The message names the orders " + order + " and " + said + "; send one for each order";
            problems.add(rff, 1, 2, Kind.BAD_VALUE, "SEVERAL_ORDERS", text);
        }
        order = order == null ? said : order;
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
                    packages.add(new HandlingUnit(sscc, kind, gross));
                }
            }
            default -> {}
        }
    }

    private void endLine() {
        if (line == null) {
            return;
        }
        count++;
        if (count == Edifact.MOST_LINES + 1) {
            String text = "There are more than " + Edifact.MOST_LINES + " lines";
            problems.add(line.lin, 0, 0, Kind.SEGMENT_TOO_OFTEN, "TOO_MANY_LINES", text);
        }
        DespatchLine read = line.read();
        if (problems.isEmpty() && count <= Edifact.MOST_LINES) {
            lines.add(read);
        }
        line = null;
        problems.inLine(null);
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        endLine();
        if (bgm == null || bgm.at(2) == null) {
            fields.missing(trailer, 0, 0, "Give the despatch advice a number in BGM");
        }
        if (order == null) {
            fields.missing(trailer, 0, 0, "Name in RFF+ON the order whose goods left");
        }
        if (count == 0) {
            fields.missing(trailer, 0, 0, "The message has no LIN; name at least one line that left");
        }
        return problems.isEmpty() ? Optional.of(advice()) : Optional.empty();
    }

    private DespatchAdvice advice() {
        return new DespatchAdvice(
                new DocumentNumber(bgm.at(2)),
                issued,
                new DocumentNumber(order),
                null,
                null,
                despatched,
                expected,
                false,
                null,
                test,
                null,
                buyer == null ? null : buyer.party(),
                null,
                note.isEmpty() ? null : note.toString(),
                carrier,
                packages,
                List.of(),
                lines);
    }

    /** The segments from one LIN to the next. */
    private final class Line {
        private final EdiSegment lin;
        private final StringBuilder said = new StringBuilder();
        private String ordersLine;
        private EdiSegment delivered;

        Line(EdiSegment lin) {
            this.lin = lin;
        }

        void take(EdiSegment segment) {
            switch (segment.tag()) {
                case "QTY" -> delivered = "12".equals(segment.at(1)) ? segment : delivered;
                case "FTX" -> OrdersMessage.text(segment, said);
                case "RFF" -> {
                    if ("ON".equals(segment.at(1))) {
                        order(segment, segment.at(1, 2));
                        ordersLine = segment.at(1, 3);
                    } else if ("LI".equals(segment.at(1))) {
                        ordersLine = ordersLine == null ? segment.at(1, 2) : ordersLine;
                    }
                }
                default -> {} // the article is the order's
            }
        }

        DespatchLine read() {
            if (ordersLine == null) {
                fields.missing(lin, 0, 0, "Name in RFF+ON:order:line which line of the order left");
            }
            BigDecimal value = delivered == null ? null : fields.positive(delivered, 1, 2);
            UnitCode unit =
                    delivered == null || delivered.at(1, 3) == null ? UnitCode.AGREED : fields.unit(delivered, 1, 3);
            if (delivered == null || delivered.at(1, 2) == null) {
                fields.missing(lin, 0, 0, "Say in QTY+12 how much left");
            }
            return new DespatchLine(
                    Integer.toString(count),
                    ordersLine,
                    new Item(null, null, null, null, null, null, List.of()),
                    value == null || unit == null ? null : new Quantity(value, unit),
                    null,
                    sscc,
                    said.isEmpty() ? null : said.toString(),
                    List.of());
        }
    }
}
