package org.koppel.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.order.OrderInvoicing.Billable;
import org.koppel.order.OrderLineState;
import org.koppel.party.Customer;
import org.koppel.party.Site;
import org.koppel.party.Supplier;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Fills in what a back office left out of an invoice: who, where to, how to pay, and everything that the buyer wants to see again. */
final class InvoiceCompletion {
    /** UNCL 4461: credit transfer. */
    private static final String TRANSFER = "30";

    private final BilledOrders billed;
    private final Supplier supplier;
    private final Customer customer;
    private final List<Site> sites;
    private final IssuedInvoices invoices;
    private final boolean test;

    InvoiceCompletion(
            BilledOrders billed,
            Supplier supplier,
            Customer customer,
            List<Site> sites,
            IssuedInvoices invoices,
            boolean test) {
        this.billed = billed;
        this.supplier = supplier;
        this.customer = customer;
        this.sites = sites;
        this.invoices = invoices;
        this.test = test;
    }

    Invoice of(Invoice given) {
        Optional<Billable> only = billed.only();
        Optional<Order> order = only.map(Billable::order);
        List<Reference> ordered = order.map(Order::references).orElse(List.of());
        Optional<DespatchAdvice> despatch = only.map(o -> invoices.despatches(o.id()))
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
        return new Invoice(
                given.number(),
                given.kind(),
                customer.id().value(),
                given.issuedOn(),
                given.dueOn(),
                given.taxPointOn(),
                given.currency(),
                language(given, order),
                given.test() || test || order.filter(Order::test).isPresent(),
                given.note(),
                first(given.buyerReference(), named(ordered, "CustomerReference", "BuyerReference", "CR")),
                order.map(Order::number).orElse(given.order()),
                first(given.orderIssuedAt(), order.map(Order::issuedAt).orElse(null)),
                first(given.orderMessageId(), only.map(Billable::messageId).orElse(null)),
                first(given.despatch(), despatch.map(d -> d.number().value()).orElse(null)),
                first(given.project(), named(ordered, "Project", "ProjectReference", "AEP")),
                given.preceding(),
                InvoiceParties.completed(given.seller(), InvoiceParties.of(supplier)),
                InvoiceParties.completed(given.buyer(), InvoiceParties.of(customer, order)),
                invoicee(given, order),
                InvoiceParties.place(
                        first(given.shipTo(), order.map(Order::shipTo).orElse(null)), sites),
                first(
                        given.deliveredOn(),
                        despatch.map(DespatchAdvice::despatchedOn).orElse(null)),
                given.period(),
                payment(given),
                merged(given.references(), ordered),
                given.allowanceCharges().stream()
                        .map(e -> e.in(InvoiceSums.category(e.taxCategory(), e.taxPercent())))
                        .toList(),
                lines(given, only.isPresent()),
                given.taxes(),
                given.totals());
    }

    private String language(Invoice given, Optional<Order> order) {
        return first(
                given.language(),
                first(customer.language(), order.map(Order::language).orElse(null)));
    }

    /** Whoever the order wanted to be charged; what it did not say of them is the customer's. */
    private Party invoicee(Invoice given, Optional<Order> order) {
        Party asked = first(given.invoicee(), order.map(Order::invoicee).orElse(null));
        if (asked == null) {
            return null;
        }
        Party complete = InvoiceParties.completed(asked, InvoiceParties.of(customer, Optional.empty()));
        boolean same = Objects.equals(complete.name(), customer.name()) && asked.address() == null;
        return same ? null : complete;
    }

    private Payment payment(Invoice given) {
        Payment said = given.payment() == null ? new Payment(null, null, null, null, null, null) : given.payment();
        if (given.credits()) {
            return given.payment();
        }
        boolean ours = said.iban() == null;
        return new Payment(
                said.means() == null && first(said.iban(), supplier.iban()) != null ? TRANSFER : said.means(),
                said.reference(),
                ours ? supplier.iban() : said.iban(),
                said.bic(),
                first(said.holder(), ours ? supplier.name() : null),
                said.terms());
    }

    private List<InvoiceLine> lines(Invoice given, boolean oneOrder) {
        return given.lines().stream().map(l -> line(l, oneOrder)).toList();
    }

    private InvoiceLine line(InvoiceLine line, boolean oneOrder) {
        Optional<Billable> order = billed.of(line);
        Optional<OrderLineState> state = billed.ordered(line);
        Optional<OrderLine> asked = state.flatMap(s -> asked(order.orElseThrow(), s.number()));
        List<Reference> references =
                merged(line.references(), asked.map(OrderLine::references).orElse(List.of()));
        if (!oneOrder) {
            references =
                    merged(references, order.map(o -> o.order().references()).orElse(List.of()));
        }
        DocumentNumber number =
                oneOrder ? null : order.map(o -> o.order().number()).orElse(line.order());
        return new InvoiceLine(
                line.number(),
                number,
                first(line.orderLine(), state.map(OrderLineState::number).orElse(null)),
                line.despatch(),
                item(line.item(), state, asked),
                quantity(line.quantity(), state),
                line.price(),
                line.allowanceCharges(),
                line.amount(),
                line.taxCategory(),
                line.taxPercent(),
                line.deliveredOn(),
                line.note(),
                references);
    }

    /** Without a unit, in that of the order; what was not ordered is charged in pieces. */
    private static Quantity quantity(Quantity said, Optional<OrderLineState> state) {
        if (!said.unit().equals(UnitCode.AGREED)) {
            return said;
        }
        UnitCode ordered = state.map(s -> new UnitCode(s.unit()))
                .filter(u -> !u.equals(UnitCode.AGREED))
                .orElse(UnitCode.PIECE);
        return new Quantity(said.value(), ordered);
    }

    private static Optional<OrderLine> asked(Billable order, String number) {
        return order.order().lines().stream()
                .filter(l -> l.number().equals(number))
                .findFirst();
    }

    /** As charged, with the buyer's numbers and our words where there are none. */
    private static Item item(Item said, Optional<OrderLineState> state, Optional<OrderLine> asked) {
        Item ordered = asked.map(OrderLine::item).orElse(said);
        return new Item(
                first(said.sellersId(), state.map(OrderLineState::article).orElse(null)),
                first(said.buyersId(), ordered.buyersId()),
                first(said.manufacturersId(), ordered.manufacturersId()),
                first(said.manufacturer(), ordered.manufacturer()),
                first(said.gtin(), ordered.gtin()),
                first(said.description(), state.map(OrderLineState::description).orElse(ordered.description())),
                said.classifications().isEmpty() ? ordered.classifications() : said.classifications());
    }

    /** What was given, and of the order what was not: a reference is told by its kind and name. */
    private static List<Reference> merged(List<Reference> given, List<Reference> ordered) {
        List<Reference> all = new ArrayList<>(given);
        Map<Kind, List<String>> said = given.stream()
                .collect(Collectors.groupingBy(
                        Reference::kind, Collectors.mapping(r -> String.valueOf(r.name()), Collectors.toList())));
        ordered.stream()
                .filter(r -> r.kind() != Kind.ATTACHMENT)
                .filter(r -> !said.getOrDefault(r.kind(), List.of()).contains(String.valueOf(r.name())))
                .forEach(all::add);
        return all;
    }

    private static String named(List<Reference> references, String... names) {
        return Stream.of(names)
                .flatMap(n -> references.stream().filter(r -> n.equalsIgnoreCase(r.name())))
                .map(Reference::value)
                .findFirst()
                .orElse(null);
    }

    private static <T> T first(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
