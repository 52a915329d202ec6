package org.koppel.codec;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** Reads which goods of one order left, and in which packages. */
public abstract class EdiDespatchReading extends EdiLineReading<DespatchLine> {
    protected final StringBuilder note = new StringBuilder();
    protected final List<Reference> references = new ArrayList<>();
    protected LocalDate despatched;
    protected LocalDate expected;
    protected Carrier carrier;
    private final List<HandlingUnit> packages = new ArrayList<>();
    private String order;

    protected EdiDespatchReading(EdiFields fields, boolean test) {
        super(fields, test);
    }

    /** Notes the order, and that a message names two. @param component 0 where the element is no composite */
    protected final void order(EdiSegment segment, int component) {
        String said = segment.at(1, Math.max(component, 1));
        if (order != null && said != null && !order.equals(said)) {
            String text = "The message names the orders " + order + " and " + said + "; send one for each order";
            problems.add(segment, 1, component, Kind.BAD_VALUE, "SEVERAL_ORDERS", text);
        }
        order = order == null ? said : order;
    }

    protected final boolean namesNoOrder() {
        return order == null;
    }

    protected final void packed(HandlingUnit unit) {
        packages.add(unit);
    }

    /** @param sscc of the package; null for goods in none @param its references */
    protected final DespatchLine line(String ordersLine, Quantity left, String sscc, String said, List<Reference> its) {
        return new DespatchLine(
                Integer.toString(count()),
                ordersLine,
                new Item(null, null, null, null, null, null, List.of()),
                left,
                null,
                sscc,
                said,
                its);
    }

    protected final DespatchAdvice advice(DocumentNumber number, OffsetDateTime issued, Party buyer) {
        return new DespatchAdvice(
                number,
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
                buyer,
                null,
                words(note),
                carrier,
                packages,
                references,
                lines());
    }
}
