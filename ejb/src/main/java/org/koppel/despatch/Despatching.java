package org.koppel.despatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.order.IllegalOrderStateException;
import org.koppel.order.InvalidDespatchException;
import org.koppel.order.OrderDespatch;
import org.koppel.order.OrderLineState;
import org.koppel.order.UnknownOrderException;
import org.koppel.outbound.Outbox;
import org.koppel.party.Customer;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Goods left: the order knows, and the buyer is told over the channels for despatch advices. Both happen, or neither. */
@ApplicationScoped
@Transactional
public class Despatching {
    private static final String SSCC = "\\d{18}";

    @Inject
    OrderDespatch orders;

    @Inject
    Suppliers suppliers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * @return the id of the advice
     * @throws UnknownOrderException when there is no such order
     * @throws IllegalOrderStateException when the order cannot be despatched (any more)
     * @throws InvalidDespatchException when the note does not fit the order
     */
    public UUID despatch(UUID order, DespatchNote note) {
        OrderDespatch.Despatched despatched = orders.despatch(order, quantities(note));
        return outbox.add(despatched.customer().id(), order, advice(despatched, note));
    }

    private static Map<String, BigDecimal> quantities(DespatchNote note) {
        List<String> wrong = new ArrayList<>();
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        for (DespatchNote.Line line : note.lines()) {
            if (line.orderLine() == null
                    || line.quantity() == null
                    || line.quantity().signum() <= 0) {
                wrong.add("Line " + line.orderLine() + " needs a quantity greater than 0.");
            } else {
                quantities.merge(line.orderLine(), line.quantity(), BigDecimal::add);
            }
        }
        note.packages().stream()
                .filter(p -> p.sscc() != null && !p.sscc().matches(SSCC))
                .forEach(p -> wrong.add("The SSCC " + p.sscc() + " has not 18 digits."));
        note.packages().stream()
                .map(HandlingUnit::grossKilograms)
                .filter(w -> w != null && w.signum() < 0)
                .forEach(w -> wrong.add("The weight " + w.toPlainString() + " is less than 0 kg; leave it out."));
        if (note.lines().isEmpty()) {
            wrong.add("Nothing left: name at least one line.");
        }
        if (!wrong.isEmpty()) {
            throw new InvalidDespatchException(wrong);
        }
        return quantities;
    }

    private DespatchAdvice advice(OrderDespatch.Despatched despatched, DespatchNote note) {
        Order order = despatched.order();
        Customer customer = despatched.customer();
        String number = note.number() == null || note.number().isBlank()
                ? "DA-" + order.number() + "-" + despatched.count()
                : note.number();
        return new DespatchAdvice(
                new DocumentNumber(number),
                OffsetDateTime.now(clock),
                order.number(),
                order.issuedAt(),
                despatched.messageId(),
                note.despatchedOn() == null ? LocalDate.now(clock) : note.despatchedOn(),
                note.expectedOn(),
                despatched.complete(),
                customer.language() == null ? order.language() : customer.language(),
                order.test(),
                seller(suppliers.get()),
                buyer(customer, order),
                order.shipTo(),
                note.note(),
                note.carrier(),
                note.packages(),
                order.references(),
                lines(despatched, note));
    }

    private static List<DespatchLine> lines(OrderDespatch.Despatched despatched, DespatchNote note) {
        Map<String, OrderLine> asked =
                despatched.order().lines().stream().collect(Collectors.toMap(OrderLine::number, Function.identity()));
        Map<String, OrderLineState> known =
                despatched.lines().stream().collect(Collectors.toMap(OrderLineState::number, Function.identity()));
        List<DespatchLine> lines = new ArrayList<>();
        for (DespatchNote.Line line : note.lines()) {
            OrderLine ordered = asked.get(line.orderLine());
            OrderLineState state = known.get(line.orderLine());
            UnitCode unit = new UnitCode(state.unit());
            BigDecimal rest = despatched.outstanding().getOrDefault(line.orderLine(), BigDecimal.ZERO);
            lines.add(new DespatchLine(
                    Integer.toString(lines.size() + 1),
                    line.orderLine(),
                    item(ordered, state),
                    new Quantity(line.quantity(), unit),
                    new Quantity(rest, unit),
                    line.sscc(),
                    ordered.note(),
                    ordered.references()));
        }
        return lines;
    }

    /** Our number and words, with the buyer's numbers. */
    private static Item item(OrderLine ordered, OrderLineState state) {
        Item said = ordered.item();
        return new Item(
                state.article() == null ? said.sellersId() : state.article(),
                said.buyersId(),
                said.manufacturersId(),
                said.manufacturer(),
                said.gtin(),
                state.description() == null ? said.description() : state.description(),
                said.classifications());
    }

    private static Party seller(Supplier s) {
        Address address = new Address(null, s.gln(), s.name(), null, s.street(), s.postalCode(), s.city(), s.country());
        return new Party(s.name(), s.gln(), s.vatNumber(), new Contact(null, null, s.email(), s.telephone()), address);
    }

    private static Party buyer(Customer c, Order order) {
        Address address = new Address(null, c.gln(), c.name(), null, c.street(), c.postalCode(), c.city(), c.country());
        Contact contact = order.buyer() == null ? null : order.buyer().contact();
        return new Party(c.name(), c.gln(), c.vatNumber(), contact, address);
    }
}
