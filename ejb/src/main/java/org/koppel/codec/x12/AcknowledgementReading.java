package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.koppel.shared.UnitCode;

/** One 855 or 865 of 004010 as a back office sends it. */
final class AcknowledgementReading extends EdiAnswerReading {
    /** 587: accepted, with changes, rejected, each with or without detail. */
    private static final Map<String, Optional<LineStatus>> TYPES = Map.of(
            "AD", Optional.of(LineStatus.ACCEPTED),
            "AT", Optional.of(LineStatus.ACCEPTED),
            "AC", Optional.empty(),
            "AE", Optional.empty(),
            "RD", Optional.of(LineStatus.REJECTED),
            "RF", Optional.of(LineStatus.REJECTED),
            "RJ", Optional.of(LineStatus.REJECTED));

    private EdiSegment begin;
    private LocalDate issued;
    private String party;
    private N1Part buyer;

    /** @param usualCurrency of prices, where the set names none */
    AcknowledgementReading(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(begin).map(b -> b.at(place()));
    }

    /** Where the set's own number stands. */
    private int place() {
        return begin.tag().equals("BCA") ? 9 : 8;
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "PO1", "POC" -> begin(segment, new Answered(segment));
            case "CTT" -> end();
            default -> {
                if (!takenByLine(segment)) {
                    head(segment);
                }
            }
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BAK", "BCA" -> {
                begin = segment;
                issued = X12Dates.day(segment, place() + 1, fields);
                if (begin.at(2) != null && !TYPES.containsKey(begin.at(2))) {
                    String text =
                            "The type \"" + begin.at(2) + "\" is no decision; send AD, AC, RD or one of their kind";
                    problems.add(begin, 2, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
                }
            }
            case "CUR" -> currency = fields.currency(segment, 2, 0);
            case "MSG" -> OrderSet.text(segment.at(1), note);
            case "N1" -> {
                party = segment.at(1);
                buyer = "BY".equals(party) ? new N1Part(segment) : buyer;
            }
            case "REF" -> {
                if (segment.loop().isEmpty() || segment.loop().equals("L-N1")) {
                    OrderSet.reference(segment, segment.loop().isEmpty() ? null : party, references);
                }
            }
            default -> {} // what the order said itself
        }
    }

    @Override
    protected void require(EdiSegment trailer) {
        if (begin == null || begin.at(3) == null) {
            fields.missing(trailer, 0, 0, "Name in the third element of BAK the order that is answered");
        }
        if (count() == 0 && status().isEmpty()) {
            fields.missing(trailer, 0, 0, "Accept or reject the whole in BAK, or answer every line");
        }
    }

    private Optional<LineStatus> status() {
        return begin == null || begin.at(2) == null
                ? Optional.empty()
                : TYPES.getOrDefault(begin.at(2), Optional.empty());
    }

    @Override
    protected Document document() {
        String order = begin.at(3);
        return answer(
                new DocumentNumber(number().orElse("855-" + order)),
                X12Dates.midnight(issued),
                new DocumentNumber(order),
                status().orElse(null),
                buyer == null ? null : buyer.party(null));
    }

    /** The segments of one PO1 or POC loop. */
    private final class Answered implements Line<OrderResponseLine> {
        private final EdiSegment po1;
        private final StringBuilder said = new StringBuilder();
        private final List<EdiSegment> acks = new ArrayList<>();
        private final List<Reference> its = new ArrayList<>();

        Answered(EdiSegment po1) {
            this.po1 = po1;
        }

        @Override
        public void take(EdiSegment segment) {
            if (segment.tag().equals("ACK")) {
                acks.add(segment);
            } else if (segment.tag().equals("MSG")) {
                OrderSet.text(segment.at(1), said);
            } else if (segment.tag().equals("REF") && segment.loop().equals(po1.loop())) {
                OrderSet.reference(segment, null, its);
            }
        }

        @Override
        public OrderResponseLine read() {
            fields.required(po1, 1, 0, "Name the line of the order");
            Told told = new Told();
            acks.forEach(told::take);
            LineStatus status = acks.isEmpty() ? status().orElse(null) : told.status;
            if (acks.isEmpty() && status == null) {
                fields.missing(po1, 0, 0, "Say in ACK what becomes of the line");
            }
            Decision decision = new Decision(status, told.now, told.delivery, told.later, told.rest, charged());
            return line(po1.at(1), decision, said, its);
        }

        private Price charged() {
            OrderSetLine.Places places = po1.tag().equals("POC") ? OrderSetLine.Places.POC : OrderSetLine.Places.PO1;
            BigDecimal amount = fields.amount(po1, places.price(), 0);
            if (amount == null) {
                return null;
            }
            UnitCode unit = fields.units().orAgreed(unit(places)).orElse(null);
            return price(amount, PriceBasis.of(po1, places.basis(), unit, fields));
        }

        /** Of the line, else of what is said of it. */
        private String unit(OrderSetLine.Places places) {
            return Stream.concat(
                            Stream.of(po1).map(p -> p.at(places.unit())),
                            acks.stream().map(a -> a.at(3)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What the ACKs of one line say together. */
    private final class Told {
        private LineStatus status;
        private Quantity now;
        private Quantity later;
        private LocalDate delivery;
        private LocalDate rest;

        /** 668. */
        void take(EdiSegment ack) {
            switch (ack.at(1) == null ? "" : ack.at(1)) {
                case "IA" -> now(ack, LineStatus.ACCEPTED);
                case "IC", "IP", "IQ", "DR", "BP", "AC", "AR" -> now(ack, LineStatus.CHANGED);
                case "IB" -> {
                    later = quantity(ack);
                    rest = X12Dates.day(ack, 5, fields);
                    now = now == null && later != null ? new Quantity(BigDecimal.ZERO, later.unit()) : now;
                    status = LineStatus.CHANGED;
                }
                case "IR", "ID", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8" -> rejected(ack);
                default -> {
                    String text = "The status \"" + ack.at(1) + "\" is no decision; send IA, IC, IB or IR";
                    problems.add(ack, 1, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
                }
            }
        }

        /** The line, or what the others leave of it. */
        private void rejected(EdiSegment ack) {
            boolean whole = status == null || status == LineStatus.REJECTED;
            status = whole ? LineStatus.REJECTED : LineStatus.CHANGED;
            if (!whole && now == null) {
                fields.missing(ack, 2, 0, "Say beside what is refused how much is delivered");
            }
        }

        private void now(EdiSegment ack, LineStatus said) {
            boolean first = now == null || now.isZero();
            Quantity more = quantity(ack);
            now = first || more == null ? more : new Quantity(now.value().add(more.value()), now.unit());
            delivery = X12Dates.day(ack, 5, fields);
            status = status == null ? said : LineStatus.CHANGED;
            if (more == null && status == LineStatus.CHANGED) {
                fields.missing(ack, 2, 0, "Say how much is delivered");
            }
        }

        private Quantity quantity(EdiSegment ack) {
            BigDecimal value = fields.amount(ack, 2, 0);
            UnitCode unit = fields.unit(ack, 3, 0);
            return value == null || unit == null ? null : new Quantity(value, unit);
        }
    }
}
