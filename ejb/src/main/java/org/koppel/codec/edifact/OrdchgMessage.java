package org.koppel.codec.edifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.shared.DocumentNumber;

/**
 * One ORDCHG message of D.96A or D.01B: with the function 4 the lines it names are changed, with 5 it is the order as it shall be,
 * with 1 the order is cancelled.
 */
final class OrdchgMessage extends OrdersMessage {
    private static final String CANCELLATION = "1";
    private static final String REPLACEMENT = "5";
    private static final Set<String> FUNCTIONS = Set.of(CANCELLATION, "4", REPLACEMENT);

    private final List<OrderChangeLine> changes = new ArrayList<>();
    private String order;

    /** @param usualCurrency of prices, where the message names none */
    OrdchgMessage(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    void checkKind() {
        mustBe(FUNCTIONS, "is none of a change; send 4 (change), 5 (replace) or 1 (cancellation)");
    }

    @Override
    protected void schedule(EdiSegment segment) {
        if (!function(CANCELLATION)) { // what is cancelled is not delivered, on whatever days
            super.schedule(segment);
        }
    }

    @Override
    void reference(EdiSegment rff) {
        boolean ofOrder = rff.loop().equals("SG-RFF") && "ON".equals(rff.at(1)) && rff.at(1, 3) == null;
        if (ofOrder && order == null) {
            order = rff.at(1, 2);
        } else {
            super.reference(rff);
        }
    }

    @Override
    void line(OrdersLine line) {
        if (function(CANCELLATION)) {
            return; // the order is cancelled as a whole, whatever lines it repeats
        }
        line.mustBeChange();
        if (function(REPLACEMENT)) {
            if (!line.isDeleted()) {
                add(line.line(currency(), place()));
            }
            return;
        }
        OrderChangeLine change = line.change(currency(), place());
        if (change != null && problems.isEmpty() && few()) {
            changes.add(change);
        }
    }

    @Override
    boolean mayBeEmpty() {
        return !function(REPLACEMENT);
    }

    @Override
    void require(EdiSegment trailer) {
        super.require(trailer);
        if (order == null) {
            fields.missing(trailer, 0, 0, "Say in RFF+ON which order is meant");
        }
    }

    @Override
    Document document() {
        DocumentNumber own = new DocumentNumber(bgm().at(2));
        DocumentNumber its = new DocumentNumber(order);
        if (function(CANCELLATION)) {
            return new OrderCancellation(own, revision(), issued(), its, test, note());
        }
        if (function(REPLACEMENT)) {
            return OrderChange.complete(own, revision(), order(its, currency(), lines()));
        }
        return new OrderChange(own, revision(), false, order(its, statedCurrency, List.of()), changes);
    }

    /** 1060, else 1056; D.96A has neither. */
    private String revision() {
        return bgm().at(2, 3) == null ? bgm().at(2, 2) : bgm().at(2, 3);
    }

    private boolean function(String code) {
        return bgm() != null && code.equals(bgm().at(3));
    }
}
