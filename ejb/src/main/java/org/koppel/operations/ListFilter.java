package org.koppel.operations;

import java.time.Instant;
import org.koppel.shared.PartyId;

/**
 * What all lists can be narrowed by; null means "any". {@code customer} is the tenant; {@code status} one or more states,
 * separated by commas; {@code text} what a person would type: a number, a reference, an id; {@code from} and {@code to} (which
 * is excluded) when it came in or was made; {@code after} the {@code next} of the page before; {@code limit} 1 to 200, usually
 * 50. Values are checked by the query that takes them, times at once.
 */
public record ListFilter(
        PartyId customer, String status, String text, Instant from, Instant to, String after, Integer limit) {
    public static final ListFilter NONE = new ListFilter(null, null, null, null, null, null, null);

    public ListFilter {
        status = Filters.blankToNull(status);
        text = Filters.blankToNull(text);
        Filters.time("from", from);
        Filters.time("to", to);
    }

    public ListFilter ofCustomer(PartyId other) {
        return new ListFilter(other, status, text, from, to, after, limit);
    }

    public ListFilter ofStatus(String other) {
        return new ListFilter(customer, other, text, from, to, after, limit);
    }

    public ListFilter withText(String other) {
        return new ListFilter(customer, status, other, from, to, after, limit);
    }

    public ListFilter after(String cursor, Integer most) {
        return new ListFilter(customer, status, text, from, to, cursor, most);
    }

    String tenant() {
        return customer == null ? null : customer.value();
    }

    int most() {
        return Filters.limit(limit);
    }
}
