package org.koppel.codec.own;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.platform.Json;

/** The record {@link Order} as JSON, without its card: that is the parked cart's. */
final class OwnOrder {
    static final FormatId FORMAT = new FormatId("koppel-order");

    private OwnOrder() {}

    static Order read(InputStream in) throws DocumentException, IOException {
        Order order = parsed(in);
        Problems problems = new Problems();
        require(problems, "number", order.number());
        require(problems, "issuedAt", order.issuedAt());
        require(problems, "currency", order.currency());
        if (order.lines().isEmpty()) {
            problems.add("MISSING_FIELD", "lines", "The order has no line; order at least one");
        }
        Set<String> numbers = new HashSet<>();
        for (OrderLine line : order.lines()) {
            require(problems, "lines/number", line.number());
            require(problems, "lines/item", line.item());
            require(problems, "lines/quantity", line.quantity());
            if (line.number() != null && !numbers.add(line.number())) {
                problems.add("DUPLICATE_LINE_NUMBER", "lines/number", "Give every line a number of its own");
            }
        }
        problems.throwIfAny();
        return order;
    }

    private static Order parsed(InputStream in) throws DocumentException, IOException {
        try {
            Order order = Json.mapper().readValue(in, Order.class);
            if (order != null) {
                return order;
            }
            throw new DocumentException(malformed("An order is expected"), null);
        } catch (JacksonException e) {
            throw new DocumentException(malformed("This is not the JSON of an order: " + e.getOriginalMessage()), e);
        }
    }

    private static Problem malformed(String why) {
        return new Problem("MALFORMED_JSON", "", why);
    }

    private static void require(Problems problems, String field, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", field, "The order lacks " + field);
        }
    }
}
