package org.koppel.codec.edifact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiAnswerReading;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** One ORDRSP of D.96A or D.01B as a back office sends it. */
final class OrdrspReading extends EdiAnswerReading {
    /** 1225: changed, accepted with change, not accepted, accepted, and an original whose lines tell. */
    private static final Set<String> FUNCTIONS = Set.of("4", "6", "27", "29", "9");

    private EdiSegment bgm;
    private OffsetDateTime issued;
    private String order;
    private String party;
    private NadPart buyer;

    /** @param usualCurrency of prices, where the message names none */
    OrdrspReading(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "LIN" -> begin(segment, new Answered(segment));
            case "UNS" -> end();
            default -> {
                if (!takenByLine(segment)) {
                    head(segment);
                }
            }
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BGM" -> {
                bgm = segment;
                if (bgm.at(3) != null && !FUNCTIONS.contains(bgm.at(3))) {
                    String text =
                            "The function \"" + bgm.at(3) + "\" is no answer; send 29 (accepted), 4 (changed) or 27";
                    problems.add(bgm, 3, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
                }
            }
            case "DTM" -> {
                if ("137".equals(segment.at(1))) {
                    issued = EdifactDates.moment(segment, fields);
                }
            }
            case "FTX" -> OrdersMessage.text(segment, note);
            case "RFF" -> reference(segment);
            case "LOC" -> {
                if (segment.loop().equals("SG-NAD")) {
                    Qualifiers.keepPlace(party, segment, references);
                }
            }
            case "NAD" -> {
                party = segment.at(1);
                buyer = "BY".equals(party) ? new NadPart(segment) : buyer;
            }
            case "CUX" -> currency = "2".equals(segment.at(1)) ? fields.currency(segment, 1, 2) : currency;
            default -> {} // what the order said itself
        }
    }

    /** The order, or what else it said; PP is the change that is answered. */
    private void reference(EdiSegment rff) {
        boolean own = rff.loop().equals("SG-RFF");
        if (own && "ON".equals(rff.at(1)) && order == null) {
            order = rff.at(1, 2);
        } else if (own && !"PP".equals(rff.at(1)) || rff.loop().equals("SG-NADRFF")) {
            Qualifiers.keep(own ? null : party, rff, references);
        }
    }

    @Override
    protected void require(EdiSegment trailer) {
        if (bgm == null || bgm.at(2) == null) {
            fields.missing(trailer, 0, 0, "Give the answer a number in BGM");
        }
        if (order == null) {
            fields.missing(trailer, 0, 0, "Name in RFF+ON the order that is answered");
        }
        if (count() == 0 && status() == null) {
            fields.missing(trailer, 0, 0, "Say 29 or 27 in BGM, or answer every line");
        }
    }

    private LineStatus status() {
        return switch (bgm == null || bgm.at(3) == null ? "" : bgm.at(3)) {
            case "29" -> LineStatus.ACCEPTED;
            case "27" -> LineStatus.REJECTED;
            default -> null;
        };
    }

    @Override
    protected Document document() {
        return answer(new DocumentNumber(bgm.at(2)), issued, new DocumentNumber(order), status(), NadPart.party(buyer));
    }

    /** The segments from one LIN to the next. */
    private final class Answered implements Line<OrderResponseLine> {
        private final EdiSegment lin;
        private final StringBuilder said = new StringBuilder();
        private final List<Reference> its = new ArrayList<>();
        private String ordersLine;
        private EdiSegment ordered;
        private EdiSegment confirmed;
        private EdiSegment backordered;
        private EdiSegment price;
        private LocalDate delivery;
        private LocalDate later;

        Answered(EdiSegment lin) {
            this.lin = lin;
        }

        @Override
        public void take(EdiSegment segment) {
            switch (segment.tag()) {
                case "QTY" -> quantity(segment);
                case "DTM" -> {
                    if (segment.loop().equals("SG50")) {
                        later = EdifactDates.day(segment, fields);
                    } else if (segment.loop().equals("SG-LIN") && delivery == null) {
                        delivery = EdifactDates.day(segment, fields);
                    }
                }
                case "FTX" -> OrdersMessage.text(segment, said);
                case "RFF" -> {
                    if ("ON".equals(segment.at(1)) && segment.at(1, 3) != null) {
                        ordersLine = segment.at(1, 3);
                    } else if (segment.loop().equals("SG-LINRFF")) {
                        Qualifiers.keep(null, segment, its);
                    }
                }
                case "LOC" -> {
                    if (segment.loop().equals("SG-LINLOC")) {
                        Qualifiers.keepPlace(null, segment, its);
                    }
                }
                case "PRI" -> price = price == null || "AAA".equals(segment.at(1)) ? segment : price;
                default -> {} // what the order said itself
            }
        }

        private void quantity(EdiSegment qty) {
            switch (qty.at(1) == null ? "" : qty.at(1)) {
                case "113", "12", "194" -> confirmed = confirmed == null ? qty : confirmed;
                case "83" -> backordered = backordered == null ? qty : backordered;
                case "21" -> ordered = qty; // the decision does not need it, its price does
                default -> {}
            }
        }

        /** 1229. */
        private LineStatus status() {
            return switch (lin.at(2) == null ? "" : lin.at(2)) {
                case "5" -> LineStatus.ACCEPTED;
                case "3", "6" -> LineStatus.CHANGED;
                case "2", "7" -> LineStatus.REJECTED;
                default -> null;
            };
        }

        @Override
        public OrderResponseLine read() {
            String number = ordersLine == null ? lin.at(1) : ordersLine;
            if (number == null) {
                fields.missing(lin, 1, 0, "Name the line of the order");
            }
            if (lin.at(2) != null && status() == null) {
                String text = "The action \"" + lin.at(2) + "\" is no answer; send 5 (accepted), 3 (changed) or 7";
                problems.add(lin, 2, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
            } else if (confirmed == null && (status() == null || status() == LineStatus.CHANGED)) {
                fields.missing(lin, 0, 0, "Say in QTY+113 how much is delivered");
            }
            Quantity now = amount(confirmed);
            return line(
                    number, new Decision(status(), now, delivery, amount(backordered), later, charged()), said, its);
        }

        private Quantity amount(EdiSegment qty) {
            return qty == null ? null : EdifactQuantities.of(qty, fields, fields.amount(qty, 1, 2));
        }

        private Price charged() {
            if (price == null) {
                return null;
            }
            BigDecimal amount = fields.amount(price, 1, 2);
            BigDecimal base = PriceBasis.of(price, confirmed == null ? ordered : confirmed, fields);
            return price(amount, base);
        }
    }
}
