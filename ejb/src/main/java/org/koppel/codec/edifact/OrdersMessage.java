package org.koppel.codec.edifact;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiOrderReading;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.FirmOrder;
import org.koppel.codec.RequestedDay;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;

/** One ORDERS message of D.96A or D.01B, segment by segment. */
class OrdersMessage extends EdiOrderReading {
    /** 2005, by rank: requested delivery; latest, earliest, promised. */
    static final Map<String, Integer> REQUESTED =
            Map.of("2", 1, "63", RequestedDay.BOUND, "64", RequestedDay.BOUND, "69", RequestedDay.BOUND);

    /** 3035: delivery party, ship to, ultimate consignee. */
    static final Set<String> PLACES = Set.of("DP", "ST", "UC");

    /** 1225: an original, or a copy of one. */
    private static final Set<String> NEW = Set.of("9", "7", "31", "35", "42", "46");

    private EdiSegment bgm;
    private final RequestedDay requested = new RequestedDay(REQUESTED);
    private OffsetDateTime issued;
    private boolean issuedSeen;
    private NadPart nad;
    private NadPart buyer;
    private NadPart invoicee;
    private NadPart place;
    private OrdersLine line;

    /** @param usualCurrency of orders that name none */
    OrdersMessage(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        if (segment.tag().equals("LIN")) {
            endLine();
            beginLine(segment);
        } else if (segment.tag().equals("UNS")) {
            endLine();
        } else if (line != null) {
            line.take(segment);
        } else if (segment.loop().isEmpty()) {
            head(segment);
        } else {
            group(segment);
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BGM" -> bgm(segment);
            case "DTM" -> dates(segment);
            case "FTX" -> text(segment, note);
            case "MOA" -> {
                if ("79".equals(segment.at(1)) || total == null && "86".equals(segment.at(1))) {
                    total = fields.amount(segment, 1, 2);
                }
            }
            case "CNT" -> {
                if ("2".equals(segment.at(1))) {
                    compareCount(segment, 1, 2);
                }
            }
            default -> {} // ways of payment and descriptions of the whole: agreed, not ordered
        }
    }

    private void bgm(EdiSegment segment) {
        bgm = segment;
        checkKind();
    }

    /** Notes a document or function that this message does not take. */
    void checkKind() {
        FirmOrder.fault("The document code", bgm.at(1))
                .ifPresent(text -> problems.add(bgm, 1, 1, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text));
        mustBe(NEW, "changes or cancels an earlier order; ORDERS takes new ones (9), send ORDCHG");
    }

    final void mustBe(Set<String> functions, String cure) {
        String function = bgm.at(3);
        if (function != null && !functions.contains(function)) {
            String text = "The function \"" + function + "\" " + cure;
            problems.add(bgm, 3, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    private void dates(EdiSegment dtm) {
        String qualifier = dtm.at(1);
        if ("137".equals(qualifier) || !issuedSeen && "4".equals(qualifier)) {
            issuedSeen = true;
            issued = EdifactDates.moment(dtm, fields);
        } else if (dtm.isOneOf(REQUESTED.keySet(), 1)
                && !requested.take(qualifier, EdifactDates.day(dtm, fields), false)) {
            schedule(dtm);
        }
    }

    private void group(EdiSegment segment) {
        switch (segment.tag()) {
            case "RFF" -> reference(segment);
            case "NAD" -> nad(segment);
            case "CTA", "COM" -> {
                if (nad != null) {
                    nad.ask(segment);
                }
            }
            case "CUX" -> {
                if ("2".equals(segment.at(1))) {
                    statedCurrency = fields.currency(segment, 1, 2);
                }
            }
            case "LOC" -> {
                if (segment.loop().equals("SG-NAD") && nad != null && segment.at(2) != null) {
                    keep(new Reference(
                            Reference.Kind.OTHER, "LOC+" + nad.qualifier() + '+' + segment.at(1), segment.at(2)));
                }
            }
            case "SCC", "QTY" -> {
                boolean head = segment.loop().equals("SG15") || segment.loop().equals("SG16");
                if (head && (segment.tag().equals("QTY") || OrdersSchedule.isRepeated(segment))) {
                    schedule(segment);
                }
            }
            default -> {} // terms, transport, allowances
        }
    }

    /** A reference of the head, or of one of its parties. */
    void reference(EdiSegment rff) {
        if (rff.at(1, 2) == null || !rff.loop().equals("SG-RFF") && !rff.loop().equals("SG-NADRFF")) {
            return;
        }
        boolean partys = rff.loop().equals("SG-NADRFF") && nad != null;
        if (partys && "VA".equals(rff.at(1))) {
            nad.vat(rff.at(1, 2));
        }
        keep(Qualifiers.read(
                new Qualifiers.Rff(partys ? nad.qualifier() : null, rff.at(1), rff.at(1, 2), rff.at(1, 3))));
    }

    private void keep(Reference reference) {
        if (references.size() < Edifact.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void nad(EdiSegment segment) {
        nad = new NadPart(segment);
        switch (segment.at(1) == null ? "" : segment.at(1)) {
            case "BY" -> buyer = nad;
            case "IV" -> invoicee = nad;
            case "DP", "ST" -> place = nad;
            case "UC" -> place = place == null ? nad : place;
            default -> {} // ourselves, and parties that only the buyer knows
        }
    }

    private void beginLine(EdiSegment lin) {
        problems.inLine(lin.at(1));
        line = new OrdersLine(lin, fields);
        count(lin, lin.at(1));
    }

    private void endLine() {
        if (line != null) {
            problems.inLine(line.number());
            line(line);
            line = null;
            problems.inLine(null);
        }
    }

    /** A line that was read to its end. */
    void line(OrdersLine read) {
        read.mustBeNew();
        add(read.line(currency(), place));
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        endLine();
        require(trailer);
        if (count() == 0 && !mayBeEmpty()) {
            fields.missing(trailer, 0, 0, "The order has no LIN; order at least one line");
        }
        return problems.isEmpty() ? Optional.of(document()) : Optional.empty();
    }

    /** Whether the message needs no line. */
    boolean mayBeEmpty() {
        return false;
    }

    /** Only when there are no problems. */
    Document document() {
        return order(new DocumentNumber(bgm.at(2)), currency(), lines());
    }

    /** The order as the message states it. */
    final Order order(DocumentNumber number, String itsCurrency, List<OrderLine> itsLines) {
        return new Order(
                number,
                null,
                issued,
                itsCurrency,
                null,
                test,
                buyer.party(),
                NadPart.party(invoicee),
                place == null ? null : place.address(),
                requested.day(),
                note(),
                total(),
                references,
                itsLines);
    }

    /** Notes what must not be missing. @param trailer for the place */
    void require(EdiSegment trailer) {
        if (bgm == null || bgm.at(2) == null) {
            fields.missing(bgm == null ? trailer : bgm, bgm == null ? 0 : 2, 0, "Give the order a number in BGM");
        }
        if (!issuedSeen) {
            fields.missing(trailer, 0, 0, "Say in DTM+137 when the order was made");
        }
        if (buyer == null) {
            fields.missing(trailer, 0, 0, "Say in NAD+BY who orders");
        }
    }

    final EdiSegment bgm() {
        return bgm;
    }

    final NadPart place() {
        return place;
    }

    final OffsetDateTime issued() {
        return issued;
    }

    /** One text of up to five parts; several texts stand one below the other. */
    static void text(EdiSegment ftx, StringBuilder note) {
        StringBuilder text = new StringBuilder();
        for (int component = 1; component <= 5; component++) {
            String part = ftx.at(4, component);
            if (part != null) {
                text.append(text.isEmpty() ? "" : " ").append(part.strip());
            }
        }
        if (!text.isEmpty()) {
            note.append(note.isEmpty() ? "" : "\n").append(text);
        }
    }
}
