package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.koppel.operations.DashboardQueries;
import org.koppel.operations.EndingCertificates;
import org.koppel.operations.ListFilter;
import org.koppel.operations.OrderQueries;
import org.koppel.operations.SearchQueries;
import org.koppel.web.security.Roles;

/** The first page: what needs a person, then how the day flows; and the search over everything. */
@Path("")
@ApplicationScoped
public class DashboardResource {
    private static final int LATEST = 8;

    @Inject
    private DashboardQueries dashboard;

    @Inject
    private EndingCertificates certificates;

    @Inject
    private OrderQueries orders;

    @Inject
    private SearchQueries search;

    @Inject
    private ConsolePages pages;

    @Inject
    private Clock clock;

    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Response show() {
        ZoneId zone = ZoneId.systemDefault();
        Instant midnight =
                LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant();
        return pages.show(
                "dashboard",
                "dashboard",
                Map.of(
                        "attention", dashboard.attention(midnight),
                        "certificates", certificates.soon(),
                        "flow", FlowChart.of(dashboard.flow()),
                        "latest",
                                orders.list(ListFilter.NONE.after(null, LATEST)).items()));
    }

    /** One hit is opened at once; what a person pasted whole is mostly one. */
    @GET
    @Path("search")
    @RolesAllowed(Roles.OPERATOR)
    public Response find(@QueryParam("q") @DefaultValue("") String q) {
        if (q.isBlank()) {
            return ConsolePages.goTo("/console").build();
        }
        SearchQueries.Found found = search.find(q);
        if (found.orders().size() == 1 && found.orders().get(0).number().equalsIgnoreCase(q.strip())) {
            return ConsolePages.goTo("/console/orders/" + found.orders().get(0).id())
                    .build();
        }
        if (found.count() == 1) {
            return ConsolePages.goTo(only(found)).build();
        }
        return pages.show("search", "", Map.of("q", q.strip(), "found", found));
    }

    private static String only(SearchQueries.Found found) {
        if (!found.orders().isEmpty()) {
            return "/console/orders/" + found.orders().get(0).id();
        }
        return found.messages().isEmpty()
                ? "/console/deliveries/" + found.deliveries().get(0).id()
                : "/console/messages/" + found.messages().get(0).id();
    }
}
