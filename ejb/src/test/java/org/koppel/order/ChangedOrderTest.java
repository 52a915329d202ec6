package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class ChangedOrderTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
    private final Order before = anOrder(line("1", "100001", "2", "4.50"), line("2", "100002", "4", "4.50"));

    @Test
    void whatAChangeDoesNotSayStaysAsItWas() {
        Order after = changed(
                head(null, null), new OrderChangeLine("1", Action.CHANGE, quantity("1", "6")), added("3", "100003"));

        assertThat(after.lines()).extracting(OrderLine::number).containsExactly("1", "2", "3");
        assertThat(after.lines().get(0).quantity()).isEqualTo(Quantity.of("6", "H87"));
        assertThat(after.lines().get(0).item()).isEqualTo(before.lines().get(0).item());
        assertThat(after.lines().get(0).price()).isEqualTo(before.lines().get(0).price());
        assertThat(after.lines().get(1)).isEqualTo(before.lines().get(1));
        assertThat(after.currency()).isEqualTo("EUR");
        assertThat(after.shipTo()).isEqualTo(before.shipTo());
        assertThat(after.version()).isEqualTo("2");
    }

    @Test
    void aQuantityWithoutAUnitCountsInThatOfTheLineUnlessTheArticleIsAnother() {
        Quantity six = new Quantity(new BigDecimal("6"), UnitCode.AGREED);
        Item other = line("1", "100009", "2", "4.50").item();
        OrderLine same = new OrderLine("1", null, six, null, null, null, null, List.of());
        OrderLine another = new OrderLine("1", other, six, null, null, null, null, List.of());

        assertThat(changed(head(null, null), new OrderChangeLine("1", Action.CHANGE, same))
                        .lines()
                        .get(0)
                        .quantity())
                .isEqualTo(Quantity.of("6", "H87"));
        assertThat(changed(head(null, null), new OrderChangeLine("1", Action.CHANGE, another))
                        .lines()
                        .get(0)
                        .quantity())
                .isEqualTo(six);
    }

    @Test
    void aPlaceThatIsNamedByItsCodeOnlyKeepsItsWords() {
        Address sameByCode = new Address("HQ", null, null, null, null, null, null, null);
        Address yard = new Address("YARD", null, "Yard", null, null, null, null, null);

        assertThat(changed(head(sameByCode, null)).shipTo()).isEqualTo(before.shipTo());
        assertThat(changed(head(yard, FRIDAY)).shipTo()).isEqualTo(yard);
        assertThat(changed(head(yard, FRIDAY)).requestedDelivery()).isEqualTo(FRIDAY);
    }

    @Test
    void aRemovedLineGoesAndAnUnknownOneIsNamed() {
        assertThat(changed(head(null, null), OrderChangeLine.remove("1")).lines())
                .extracting(OrderLine::number)
                .containsExactly("2");
        assertThat(against(OrderChangeLine.remove("9"), added("2", "100003")))
                .extracting(Reason::code)
                .containsExactly("LINE_UNKNOWN", "LINE_EXISTS");
    }

    @Test
    void aChangeThatLeavesNothingIsACancellationInDisguise() {
        assertThat(against(OrderChangeLine.remove("1"), OrderChangeLine.remove("2")))
                .extracting(Reason::code)
                .containsExactly("NO_LINE_LEFT");
    }

    @Test
    void aReferenceThatIsSaidAnewTakesTheOldOnesPlace() {
        Reference contract = Reference.of(Reference.Kind.CONTRACT, "K-2");
        Order changed = changed(head(null, null, contract));

        assertThat(changed.references()).containsExactly(contract);
    }

    @Test
    void aWholeOrderTakesThePlaceOfTheOldOne() {
        Order said = anOrder(line("5", "100005", "2", "4.50"));

        Order after = new ChangedOrder(before, OrderChange.complete(before.number(), "3", said), new ReasonTexts("en"))
                .order();

        assertThat(after.lines()).isEqualTo(said.lines());
        assertThat(after.issuedAt()).isEqualTo(before.issuedAt());
        assertThat(after.version()).isEqualTo("3");
    }

    private Order changed(Order head, OrderChangeLine... lines) {
        ChangedOrder changed = new ChangedOrder(before, change(head, lines), new ReasonTexts("en"));
        Order order = changed.order();
        assertThat(changed.against()).isEmpty();
        return order;
    }

    private List<Reason> against(OrderChangeLine... lines) {
        ChangedOrder changed = new ChangedOrder(before, change(head(null, null), lines), new ReasonTexts("en"));
        changed.order();
        return changed.against();
    }

    private static OrderChange change(Order head, OrderChangeLine... lines) {
        return new OrderChange(new DocumentNumber("CH-1"), "2", false, head, List.of(lines));
    }

    private static OrderChangeLine added(String number, String article) {
        return new OrderChangeLine(number, Action.ADD, line(number, article, "2", "4.50"));
    }

    private static OrderLine quantity(String number, String quantity) {
        return new OrderLine(number, null, Quantity.of(quantity, "H87"), null, null, null, null, List.of());
    }

    static Order head(Address shipTo, LocalDate requested, Reference... references) {
        return new Order(
                new DocumentNumber("4711"),
                null,
                OffsetDateTime.parse("2026-01-06T08:00:00+01:00"),
                null,
                null,
                false,
                null,
                null,
                shipTo,
                requested,
                null,
                null,
                List.of(references),
                List.of());
    }
}
