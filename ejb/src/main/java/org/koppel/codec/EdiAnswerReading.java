package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Reads what a back office decides about an order, as far as we do not know it already. */
public abstract class EdiAnswerReading extends EdiLineReading<OrderResponseLine> {
    /** Code of what the back office writes as a text. */
    private static final String SAID = "SELLER_NOTE";

    protected final StringBuilder note = new StringBuilder();
    protected final List<Reference> references = new ArrayList<>();
    protected String currency;
    private final String usualCurrency;
    private final Set<String> numbers = new HashSet<>();

    /** @param usualCurrency of prices, where the message names none */
    protected EdiAnswerReading(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test);
        this.usualCurrency = usualCurrency;
    }

    @Override
    protected final void compare(EdiSegment begin, OrderResponseLine read) {
        if (read.number() != null && !numbers.add(read.number())) {
            String text = "Another line has this number; answer every line once";
            problems.add(begin, 1, 0, Kind.DUPLICATE, "DUPLICATE_LINE_NUMBER", text);
        }
    }

    /** What is delivered, and when; {@code later} and {@code rest} what follows. All may be null. */
    public record Decision(
            LineStatus status, Quantity now, LocalDate delivery, Quantity later, LocalDate rest, Price price) {}

    /** @param references that the line names */
    protected static OrderResponseLine line(
            String number, Decision decision, StringBuilder said, List<Reference> references) {
        return new OrderResponseLine(
                number,
                decision.status(),
                null,
                null,
                decision.now(),
                decision.delivery(),
                decision.later(),
                decision.rest(),
                decision.price(),
                null,
                null,
                null,
                null,
                reasons(said),
                references);
    }

    /** Null when one of both is. */
    protected final Price price(BigDecimal amount, BigDecimal base) {
        String of = currency == null ? usualCurrency : currency;
        return amount == null || base == null ? null : new Price(new Money(amount, of), base);
    }

    /** @param status of the order as a whole; null where the lines tell */
    protected final OrderResponse answer(
            DocumentNumber number, OffsetDateTime issued, DocumentNumber order, LineStatus status, Party buyer) {
        return OrderResponse.decided(
                number, issued, order, status, currency, test, buyer, references, reasons(note), lines());
    }

    private static List<Reason> reasons(StringBuilder said) {
        return said.isEmpty() ? List.of() : List.of(new Reason(SAID, said.toString()));
    }
}
