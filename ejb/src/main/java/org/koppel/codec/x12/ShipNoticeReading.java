package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.EdiDespatchReading;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Document;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** One 856 of 004010 as a back office sends it, about one order. An item is in the package whose HL is above its own. */
final class ShipNoticeReading extends EdiDespatchReading {
    private static final int SSCC_WITH_IDENTIFIER = 20;

    private final Map<String, String> packs = new HashMap<>();
    private EdiSegment bsn;
    private LocalDate issued;
    private String scac;
    private String name;
    private String tracking;
    private N1Part buyer;
    private EdiSegment level;
    private String kind;
    private BigDecimal gross;

    ShipNoticeReading(EdiFields fields, boolean test) {
        super(fields, test);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bsn).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "HL" -> level(segment);
            case "CTT" -> {
                end();
                level = null;
            }
            case "LIN", "SN1" -> takenByLine(segment);
            case "REF" -> {
                if (!takenByLine(segment)) {
                    reference(segment);
                }
            }
            case "BSN" -> head(segment);
            case "PRF" -> order(segment, 0);
            case "TD1" -> packaging(segment);
            case "MAN" -> pack(segment);
            case "TD5" -> {
                scac = segment.at(3);
                name = segment.at(5);
            }
            case "DTM" -> date(segment);
            case "N1" -> buyer = "BY".equals(segment.at(1)) ? new N1Part(segment) : buyer;
            default -> {} // what we know of the order
        }
    }

    private void reference(EdiSegment ref) {
        if ("CN".equals(ref.at(1))) {
            tracking = ref.at(2);
        } else if (level != null && "O".equals(level.at(3))) { // what stands with shipment and packages is theirs
            OrderSet.reference(ref, null, references);
        }
    }

    private void head(EdiSegment segment) {
        bsn = segment;
        issued = X12Dates.day(segment, 3, fields);
        if (!"00".equals(segment.at(1))) {
            String text =
                    "The purpose \"" + segment.at(1) + "\" is not taken; send each despatch once, as original (00)";
            problems.add(segment, 1, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    private void level(EdiSegment hl) {
        end();
        level = hl;
        kind = null;
        gross = null;
        if ("I".equals(hl.at(3))) {
            begin(hl, new Left(hl));
            problems.inLine(null); // its number stands in LIN
        }
    }

    private void date(EdiSegment dtm) {
        if ("011".equals(dtm.at(1))) {
            despatched = X12Dates.day(dtm, 2, fields);
        } else if ("017".equals(dtm.at(1))) {
            expected = X12Dates.day(dtm, 2, fields);
        }
    }

    private void packaging(EdiSegment td1) {
        kind = PackagingCodes.kind(td1.at(1));
        if ("G".equals(td1.at(6)) && "KG".equals(td1.at(8)) && td1.at(7) != null) {
            gross = fields.amount(td1, 7, 0);
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
        packed(new HandlingUnit(sscc, kind, gross));
    }

    @Override
    protected void require(EdiSegment trailer) {
        if (namesNoOrder()) {
            fields.missing(trailer, 0, 0, "Name in PRF the order whose goods left");
        }
        if (count() == 0) {
            fields.missing(trailer, 0, 0, "The set has no item; name at least one line that left");
        }
    }

    @Override
    protected Document document() {
        boolean carried = scac != null || name != null || tracking != null;
        carrier = carried ? new Carrier(name, scac, tracking) : null;
        Party from = buyer == null ? null : buyer.party(null);
        return advice(new DocumentNumber(bsn.at(2)), X12Dates.midnight(issued), from);
    }

    /** The segments of one HL of an item. */
    private final class Left implements Line<DespatchLine> {
        private final EdiSegment hl;
        private final List<Reference> its = new ArrayList<>();
        private EdiSegment sn1;
        private EdiSegment lin;

        Left(EdiSegment hl) {
            this.hl = hl;
        }

        @Override
        public void take(EdiSegment segment) {
            if (segment.tag().equals("LIN")) {
                lin = segment;
                problems.inLine(segment.at(1));
            } else if (segment.tag().equals("REF")) {
                OrderSet.reference(segment, null, its);
            } else {
                sn1 = segment;
            }
        }

        @Override
        public DespatchLine read() {
            String ordersLine = sn1 != null && sn1.at(1) != null ? sn1.at(1) : lin == null ? null : lin.at(1);
            if (ordersLine == null) {
                fields.missing(hl, 0, 0, "Name in SN101 or LIN01 which line of the order left");
            }
            if (sn1 == null) {
                fields.missing(hl, 0, 0, "Say in SN1 how much left");
            }
            BigDecimal value = sn1 == null ? null : fields.positive(sn1, 2, 0);
            UnitCode unit = sn1 == null ? null : fields.unit(sn1, 3, 0);
            return line(
                    ordersLine,
                    value == null || unit == null ? null : new Quantity(value, unit),
                    hl.at(2) == null ? null : packs.get(hl.at(2)),
                    null,
                    its);
        }
    }
}
