package org.koppel.web.api;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.koppel.operations.InvalidFilterException;
import org.koppel.operations.ListFilter;
import org.koppel.party.Caller;
import org.koppel.shared.PartyId;

/** The query parameters that all lists share. */
public class ListParameters {
    @QueryParam("customer")
    @Parameter(description = "Only of this customer", example = "bouwgroep")
    private String customer;

    @QueryParam("status")
    @Parameter(description = "Only in these states, separated by commas", example = "CONFIRMED")
    private String status;

    @QueryParam("from")
    @Parameter(description = "Not before this day (UTC) or time, ISO 8601", example = "2026-01-05")
    private String from;

    @QueryParam("to")
    @Parameter(description = "Before this day (UTC) or time, ISO 8601", example = "2026-01-06T08:00:00Z")
    private String to;

    @QueryParam("after")
    @Parameter(description = "The value of next of the page before")
    private String after;

    @QueryParam("limit")
    @Parameter(description = "Rows per page, 1 to 200; usually 50", example = "50")
    private String limit;

    /**
     * The filter, narrowed to what the caller may see; empty when it asks for somebody else's rows.
     *
     * @throws InvalidFilterException for a value that means nothing
     */
    Optional<ListFilter> filter(Caller caller, String text) {
        Optional<PartyId> wanted =
                Optional.ofNullable(customer).filter(c -> !c.isBlank()).map(ListParameters::party);
        if (wanted.isPresent() && !caller.maySee(wanted.get())) {
            return Optional.empty();
        }
        PartyId tenant = caller.customer().or(() -> wanted).orElse(null);
        return Optional.of(new ListFilter(tenant, status, text, time("from", from), time("to", to), after, number()));
    }

    static PartyId party(String text) {
        try {
            return new PartyId(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidFilterException("customer", text, "use the customer's id, such as bouwgroep", e);
        }
    }

    static Instant time(String parameter, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text.strip()).toInstant()
                    : LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidFilterException(parameter, text, "use 2026-01-05 or 2026-01-05T08:00:00Z", e);
        }
    }

    private Integer number() {
        if (limit == null || limit.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(limit.strip());
        } catch (NumberFormatException e) {
            throw new InvalidFilterException("limit", limit, "use 1 to 200", e);
        }
    }
}
