package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** One 856 of 004010 as a back office sends it, about one order. An item is in the package whose HL is above its own. */
final class ShipNoticeReading implements EdiMessage<Document> {
    private static final int SSCC_WITH_IDENTIFIER = 20;

    private final EdiProblems problems;
    private final EdiFields fields;
    private final boolean test;
    private final Map<String, String> packs = new HashMap<>();
    private final List<HandlingUnit> packages = new ArrayList<>();
    private final List<DespatchLine> lines = new ArrayList<>();
    private EdiSegment bsn;
    private LocalDate issued;
    private LocalDate despatched;
    private LocalDate expected;
    private String order;
    private String scac;
    private String carrier;
    private String tracking;
    private N1Part buyer;
    private EdiSegment level;
    private EdiSegment sn1;
    private EdiSegment lin;
    private int count;

    ShipNoticeReading(EdiProblems problems, boolean test) {
        this.problems = problems;
        this.fields = new EdiFields(problems);
        this.test = test;
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bsn).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "BSN" -> begin(segment);
            case "HL" -> {
                endItem();
                level = segment;
            }
            case "CTT" -> endItem();
            case "PRF" -> order(segment);
            case "LIN" -> {
                lin = segment;
                problems.inLine(segment.at(1));
            }
            case "SN1" -> sn1 = segment;
            case "MAN" -> pack(segment);
            case "TD5" -> {
                scac = segment.at(3);
                carrier = segment.at(5);
            }
            case "REF" -> tracking = "CN".equals(segment.at(1)) ? segment.at(2) : tracking;
            case "DTM" -> date(segment);
            case "N1" -> buyer = "BY".equals(segment.at(1)) ? new N1Part(segment) : buyer;
            default -> {} // what we know of the order
        }
    }

    private void begin(EdiSegment segment) {
        bsn = segment;
        issued = X12Dates.day(segment, 3, fields);
        if (!"00".equals(segment.at(1))) {
            String text =
                    "The purpose \"" + segment.at(1) + "\" is not taken; send each despatch once, as original (00)";
            problems.add(segment, 1, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    private void order(EdiSegment prf) {
        if (order != null && prf.at(1) != null && !order.equals(prf.at(1))) {
            String text = "The set names the orders " + order + " and " + prf.at(1) + "; send one for each order";
            problems.add(prf, 1, 0, Kind.BAD_VALUE, "SEVERAL_ORDERS", text);
        }
        order = order == null ? prf.at(1) : order;
    }

    private void date(EdiSegment dtm) {
        if ("011".equals(dtm.at(1))) {
            despatched = X12Dates.day(dtm, 2, fields);
        } else if ("017".equals(dtm.at(1))) {
            expected = X12Dates.day(dtm, 2, fields);
        }
    }

    /** An SSCC stands with its application identifier, as it is printed. */
    private void pack(EdiSegment man) {
        if (!"GM".equals(man.at(1)) || man.at(2) == null || level == null) {
            return;
        }
        String code = man.at(2);
        String sscc = code.length() == SSCC_WITH_IDENTIFIER && code.startsWith("00") ? code.substring(2) : code;
        packs.put(level.at(1), sscc);
        packages.add(new HandlingUnit(sscc, null, null));
    }

    private void endItem() {
        if (level != null && "I".equals(level.at(3))) {
            count++;
            if (count == X12.MOST_LINES + 1) {
                String text = "There are more than " + X12.MOST_LINES + " lines";
                problems.add(level, 0, 0, Kind.SEGMENT_TOO_OFTEN, "TOO_MANY_LINES", text);
            }
            DespatchLine read = item();
            if (problems.isEmpty() && count <= X12.MOST_LINES) {
                lines.add(read);
            }
        }
        level = null;
        sn1 = null;
        lin = null;
        problems.inLine(null);
    }

    private DespatchLine item() {
        String line = sn1 != null && sn1.at(1) != null ? sn1.at(1) : lin == null ? null : lin.at(1);
        if (line == null) {
            fields.missing(level, 0, 0, "Name in SN101 or LIN01 which line of the order left");
        }
        if (sn1 == null) {
            fields.missing(level, 0, 0, "Say in SN1 how much left");
        }
        BigDecimal value = sn1 == null ? null : fields.positive(sn1, 2, 0);
        UnitCode unit = sn1 == null ? null : fields.unit(sn1, 3, 0, X12::unit);
        return new DespatchLine(
                Integer.toString(count),
                line,
                new Item(null, null, null, null, null, null, List.of()),
                value == null || unit == null ? null : new Quantity(value, unit),
                null,
                level.at(2) == null ? null : packs.get(level.at(2)),
                null,
                List.of());
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        endItem();
        if (order == null) {
            fields.missing(trailer, 0, 0, "Name in PRF the order whose goods left");
        }
        if (count == 0) {
            fields.missing(trailer, 0, 0, "The set has no item; name at least one line that left");
        }
        return problems.isEmpty() ? Optional.of(advice()) : Optional.empty();
    }

    private DespatchAdvice advice() {
        boolean carried = scac != null || carrier != null || tracking != null;
        return new DespatchAdvice(
                new DocumentNumber(bsn.at(2)),
                issued == null ? null : issued.atStartOfDay().atOffset(ZoneOffset.UTC),
                new DocumentNumber(order),
                null,
                null,
                despatched,
                expected,
                false,
                null,
                test,
                null,
                buyer == null ? null : buyer.party(null),
                null,
                null,
                carried ? new Carrier(carrier, scac, tracking) : null,
                packages,
                List.of(),
                lines);
    }
}
