package org.koppel.web.console;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.koppel.operations.InvalidFilterException;
import org.koppel.operations.ListFilter;
import org.koppel.shared.PartyId;

/** The filter of a list as it stands in the address, so that a bookmark is a saved filter. Days are in the server's zone. */
public class ListForm {
    @QueryParam("q")
    private String q;

    @QueryParam("status")
    private String status;

    @QueryParam("customer")
    private String customer;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("after")
    private String after;

    /** The value of a field of the form; empty when it is not set. */
    public String value(String field) {
        return fields().getOrDefault(field, "");
    }

    /** Whether the list is narrowed at all. */
    public boolean isNarrowed() {
        return !fields().isEmpty();
    }

    /** Whether this is not the first page. */
    public boolean isContinued() {
        return after != null && !after.isBlank();
    }

    /** Query of the same filter at another page; null for the first. */
    public String query(String cursor) {
        Map<String, String> all = new LinkedHashMap<>(fields());
        if (cursor != null) {
            all.put("after", cursor);
        }
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** @throws InvalidFilterException for a value that means nothing */
    public ListFilter filter() {
        return new ListFilter(
                party(), value("status"), value("q"), day("from", from, 0), day("to", to, 1), after, null);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "q", q);
        put(fields, "status", status);
        put(fields, "customer", customer);
        put(fields, "from", from);
        put(fields, "to", to);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    private PartyId party() {
        String id = value("customer");
        try {
            return id.isEmpty() ? null : new PartyId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilterException("customer", id, "choose one of the list", e);
        }
    }

    private static Instant day(String field, String text, int plus) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip())
                    .plusDays(plus)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant();
        } catch (DateTimeException e) {
            throw new InvalidFilterException(field, text, "use a day such as 2026-01-05", e);
        }
    }
}
