package org.koppel.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceSums;
import org.koppel.inbound.EarlierMessages;
import org.koppel.inbound.Handled;
import org.koppel.inbound.Received;
import org.koppel.order.OrderInvoicing;
import org.koppel.outbound.Outbox;
import org.koppel.outbound.Trial;
import org.koppel.party.Authentication;
import org.koppel.party.BackOffice;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Suppliers;
import org.koppel.platform.Json;
import org.koppel.platform.Secrets;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/**
 * Takes an invoice once, completes it by what its orders said, and lays it in the outbox: all of it, or nothing. One that does not
 * fit its orders, or cannot be written as its customer wants it, is refused before anything is kept.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Invoicing {
    @Inject
    IssuedInvoices invoices;

    @Inject
    OrderInvoicing orders;

    @Inject
    EarlierMessages earlier;

    @Inject
    Authentication authentication;

    @Inject
    Customers customers;

    @Inject
    Suppliers suppliers;

    @Inject
    Trial trial;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What became of it; a repeat is taken and changes nothing. */
    public Handled take(Invoice invoice, Received received) {
        byte[] digest = Secrets.sha256(Json.write(invoice));
        Optional<IssuedInvoice> existing = invoices.byNumber(invoice.number());
        if (existing.isPresent()) {
            return existing.get().says(digest) ? Handled.processed() : Handled.conflict(numberUsed(invoice));
        }
        Optional<PartyId> charged =
                authentication.named(InvoiceNames.of(invoice)).filter(c -> !BackOffice.is(c));
        return charged.isPresent()
                ? take(invoice, digest, by(charged.get(), received))
                : Handled.rejected(List.of(unknownCustomer(invoice)));
    }

    /** The same, as a document of the customer who is charged. */
    private static Received by(PartyId customer, Received received) {
        return new Received(
                received.document(),
                received.message(),
                received.reference(),
                customer,
                received.receivedAt(),
                received.test());
    }

    private Handled take(Invoice invoice, byte[] digest, Received received) {
        Problems problems = new Problems();
        BilledOrders billed = BilledOrders.find(invoice, number -> orders.find(received.customer(), number));
        Optional<DocumentNumber> missing = billed.unknown(problems);
        if (missing.filter(n -> earlier.mayBringOrder(received, n)).isPresent()) {
            return Handled.notYet();
        }
        if (missing.isPresent()) { // it may have come between the two questions
            problems = new Problems();
            billed = BilledOrders.find(invoice, number -> orders.find(received.customer(), number));
            billed.unknown(problems);
        }
        billed.check(problems, invoices::charged);
        if (!problems.isEmpty()) {
            return Handled.rejected(problems.all());
        }
        Customer customer = customers.byId(received.customer()).orElseThrow();
        Invoice complete = InvoiceSums.reckoned(new InvoiceCompletion(
                        billed, suppliers.get(), customer, customers.sites(customer.id()), invoices, received.test())
                .of(invoice));
        List<Problem> unfit = trial.problems(customer.id(), Invoice.class, complete, customer.language());
        if (!unfit.isEmpty()) {
            return Handled.rejected(unfit);
        }
        keep(complete, digest, billed, received);
        Handled taken = Handled.processed();
        return billed.only().map(OrderInvoicing.Billable::id).map(taken::of).orElse(taken);
    }

    private void keep(Invoice invoice, byte[] digest, BilledOrders billed, Received received) {
        Optional<UUID> order = billed.only().map(OrderInvoicing.Billable::id);
        UUID document = outbox.add(received.customer(), order.orElse(null), invoice);
        invoices.add(new IssuedInvoice(invoice, digest, received, document, billed, clock.instant()));
        billed.all().forEach(o -> orders.invoiced(o.id(), invoices.charged(o.id())));
    }

    private static Problem unknownCustomer(Invoice invoice) {
        String names = InvoiceNames.of(invoice).stream()
                .map(n -> n.domain() + " " + n.value())
                .collect(Collectors.joining(", "));
        return new Problem(
                "UNKNOWN_CUSTOMER",
                "customer",
                (names.isEmpty() ? "The invoice names no customer" : "Nobody here is called " + names)
                        + ". Name the customer by the key, GLN or VAT number that the console shows.");
    }

    private static Problem numberUsed(Invoice invoice) {
        return new Problem(
                "INVOICE_NUMBER_USED",
                "number",
                "Invoice " + invoice.number()
                        + " came before with other content and has been sent. Send a credit note, or give the new one a number"
                        + " of its own.");
    }
}
