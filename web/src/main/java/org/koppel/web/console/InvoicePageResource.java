package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.operations.DocumentFormats;
import org.koppel.operations.InvoiceDetail;
import org.koppel.operations.InvoiceQueries;
import org.koppel.web.security.Roles;

/** Invoices and credit notes: the list, and one with its lines, VAT, orders and deliveries. */
@Path("invoices")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class InvoicePageResource {
    private static final String HERE = "/console/invoices";

    @Inject
    private InvoiceQueries invoices;

    @Inject
    private DocumentFormats formats;

    @Inject
    private ConsolePages pages;

    @GET
    public Response list(@BeanParam ListForm form) {
        return pages.show(
                "invoices",
                "invoices",
                Map.of("list", new ListedRows<>(invoices.list(form.filter()), form, InvoiceQueries.KINDS, HERE)));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") UUID id) {
        InvoiceDetail invoice = invoices.byId(id, Optional.empty()).orElseThrow(NotFoundException::new);
        return pages.show("invoice", "invoices", Map.of("i", invoice, "formats", formats.of("Invoice")));
    }
}
