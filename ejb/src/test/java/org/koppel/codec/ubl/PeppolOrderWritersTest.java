package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OutgoingOrders;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;

/** Orders, changes and cancellations go to a back office as Peppol knows them: every one passed by the official rules. */
class PeppolOrderWritersTest {
    static final Party SUPPLIER = new Party(
            "Voltaris nv",
            "5412345999997",
            "BE0987654394",
            null,
            new Address(null, "5412345999997", "Voltaris nv", null, "Kabelstraat 1", "2000", "Antwerpen", "BE"));
    private static final Address WITHOUT_COUNTRY =
            new Address("YARD", null, "Werf Aalst", "Poort 3", "Dokweg 14", "9300", "Aalst", null);
    private static final Address BELGIAN =
            new Address("YARD-2", null, "Werf Ninove", null, "Dreef 2", "9400", "Ninove", "BE");

    private final PeppolRules rules = new PeppolRules();
    private final PeppolOrderWriter orders = with(new PeppolOrderWriter());
    private final PeppolOrderChangeWriter changes = with(new PeppolOrderChangeWriter());
    private final PeppolOrderCancellationWriter cancellations = with(new PeppolOrderCancellationWriter());
    private final FormatSettings settings = FormatSettings.DEFAULT.of(SUPPLIER);

    private <W extends PeppolWriter<?>> W with(W writer) {
        writer.rules = rules;
        return writer;
    }

    @Test
    void anOrderComesThrough() throws Exception {
        Order order = OutgoingOrders.anOrder();
        byte[] xml = written(orders, order, settings);
        Order again = read(new PeppolOrderReader(), xml);

        assertThat(again.number()).isEqualTo(order.number());
        assertThat(again.issuedAt()).isEqualTo(order.issuedAt());
        assertThat(again.note()).isEqualTo(order.note());
        assertThat(again.buyer().gln()).isEqualTo(order.buyer().gln());
        assertThat(again.buyer().vat()).isEqualTo(order.buyer().vat());
        assertThat(again.buyer().contact()).isEqualTo(order.buyer().contact());
        assertThat(again.shipTo()).isEqualTo(order.shipTo());
        assertThat(again.requestedDelivery()).isEqualTo(order.requestedDelivery());
        assertThat(again.total().amount()).isEqualByComparingTo(order.total().amount());
        assertThat(again.references()).containsAll(order.references());
        assertThat(again.lines()).extracting(OrderLine::number).containsExactly("10", "20");
        for (int i = 0; i < 2; i++) {
            OrderLine line = again.lines().get(i);
            OrderLine expected = order.lines().get(i);
            assertThat(line.quantity()).isEqualTo(expected.quantity());
            assertThat(line.note()).isEqualTo(expected.note());
            assertThat(line.requestedDelivery()).isEqualTo(expected.requestedDelivery());
            assertThat(line.item().sellersId()).isEqualTo(expected.item().sellersId());
            assertThat(line.item().manufacturersId()).isEqualTo(expected.item().manufacturersId());
            assertThat(line.item().gtin()).isEqualTo(expected.item().gtin());
            assertThat(line.price().perOne()).isEqualTo(expected.price().perOne());
        }
        assertThat(new PeppolEnvelopeReader().recognises(null, xml)).isTrue();
    }

    @Test
    void aChangeSaysOfEveryLineWhatBecomesOfIt() throws Exception {
        OrderChange again = read(new PeppolOrderChangeReader(), written(changes, aChange(), settings));

        assertThat(again.number().value()).isEqualTo("4711-C1");
        assertThat(again.content().number().value()).isEqualTo("4711");
        assertThat(again.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("30", Action.ADD), tuple("20", Action.REMOVE));
        assertThat(text(written(changes, aChange(), settings)))
                .contains("<cbc:ID>10</cbc:ID><cbc:LineStatusCode>4<", "<cbc:ID>30</cbc:ID><cbc:LineStatusCode>1<");
    }

    @Test
    void aChangeOfWhichOnlyTheResultIsKnownHasChangedEveryLine() throws Exception {
        OrderChange again = read(new PeppolOrderChangeReader(), written(changes, OutgoingOrders.aChange(), settings));

        assertThat(again.lines())
                .extracting(OrderChangeLine::number, OrderChangeLine::action)
                .containsExactly(tuple("10", Action.CHANGE));
    }

    @Test
    void aCancellationNamesItsOrder() throws Exception {
        OrderCancellation again = read(
                new PeppolOrderCancellationReader(), written(cancellations, OutgoingOrders.aCancellation(), settings));

        assertThat(again.order().value()).isEqualTo("4711");
        assertThat(again.note()).isEqualTo("Not needed");
    }

    @Test
    void whatPeppolHasNoElementForStandsInTheNotesAndReferences() throws Exception {
        Order order = placed(WITHOUT_COUNTRY, BELGIAN);
        Order again = read(new PeppolOrderReader(), written(orders, order, settings));

        assertThat(again.note()).isEqualTo("Lossen aan de poort\nWerf Aalst, Poort 3, Dokweg 14, 9300 Aalst, YARD");
        assertThat(again.lines().get(0).shipTo().city()).isEqualTo("Ninove");
        assertThat(again.lines().get(0).requestedDelivery())
                .as("a place wants a day: the order's")
                .isEqualTo(order.requestedDelivery());
        assertThat(again.references())
                .contains(new Reference(Reference.Kind.OTHER, "AccountingCustomerParty", "5412345000044"));

        OrderChange change = OrderChange.complete(OutgoingOrders.aChange().number(), "1", order);
        assertThat(text(written(changes, change, settings)))
                .contains("Per pallet\nWerf Ninove, Dreef 2, 9400 Ninove, BE, YARD-2<")
                .doesNotContain("ManufacturersItemIdentification");
    }

    @Test
    void aTotalThatTheLinesDoNotComeToIsLeftOut() throws Exception {
        Order order = OutgoingOrders.anOrder();
        Order other = copy(order, order.shipTo(), Money.of("500.00", "EUR"), order.lines());

        assertThat(text(written(orders, order, settings)))
                .contains("<cbc:TaxExclusiveAmount currencyID=\"EUR\">487.5<");
        assertThat(text(written(orders, other, settings))).doesNotContain("AnticipatedMonetaryTotal");
    }

    @Test
    void aCustomerIsKnownByItsVatNumberWhereItHasNoGln() throws Exception {
        Party dutch = new Party("Installatie Visser bv", null, "NL123456789B01", null, null);

        assertThat(text(written(orders, of(dutch), settings)))
                .contains("<cbc:EndpointID schemeID=\"9944\">NL123456789B01<");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(problems(of(Party.named("Somebody")), FormatSettings.DEFAULT.of(Party.named("Voltaris nv"))))
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("MISSING_FIELD", "SellerSupplierParty/Party/PostalAddress/Country"),
                        tuple("MISSING_FIELD", "SellerSupplierParty/Party/EndpointID"),
                        tuple("MISSING_FIELD", "BuyerCustomerParty/Party/EndpointID"));
    }

    @Test
    void anAgreedAddressIsForCustomersWithoutOne() throws Exception {
        FormatSettings agreed = new FormatSettings("en", Map.of("buyer-endpoint", "0106:12345678")).of(SUPPLIER);

        assertThat(text(written(orders, of(Party.named("Somebody")), agreed))).contains("schemeID=\"0106\">12345678<");
        assertThat(text(written(orders, OutgoingOrders.anOrder(), agreed))).doesNotContain("0106");
    }

    @Test
    void whatTheRulesObjectToIsNotWritten() {
        Order order = OutgoingOrders.anOrder();
        OrderLine line = order.lines().get(1);
        OrderLine inDollars = new OrderLine(
                line.number(),
                line.item(),
                line.quantity(),
                new Price(Money.of("6.25", "USD"), BigDecimal.ONE),
                null,
                null,
                null,
                List.of());

        assertThat(problems(copy(order, null, null, List.of(inDollars)), settings))
                .extracting(Problem::code)
                .contains("PEPPOL-T01-R003");
    }

    private List<Problem> problems(Order order, FormatSettings with) {
        return catchThrowableOfType(DocumentException.class, () -> written(orders, order, with))
                .problems();
    }

    /** A line more and a line less. */
    private static OrderChange aChange() {
        OrderChange change = OutgoingOrders.aChange();
        OrderLine first = change.content().lines().get(0);
        OrderLine more =
                new OrderLine("30", first.item(), first.quantity(), first.price(), null, null, null, List.of());
        Order after = copy(change.content(), change.content().shipTo(), null, List.of(first, more));
        return OrderChange.complete(change.number(), change.revision(), after)
                .comparedWith(OutgoingOrders.anOrder().lines());
    }

    private static Order of(Party buyer) {
        Order o = OutgoingOrders.anOrder();
        return new Order(
                o.number(),
                null,
                o.issuedAt(),
                o.currency(),
                o.language(),
                false,
                buyer,
                null,
                o.shipTo(),
                null,
                null,
                null,
                List.of(),
                o.lines());
    }

    private static Order placed(Address place, Address ofLine) {
        Order order = OutgoingOrders.anOrder();
        OrderLine line = order.lines().get(0);
        OrderLine elsewhere = new OrderLine(
                line.number(), line.item(), line.quantity(), line.price(), null, line.note(), ofLine, List.of());
        return copy(order, place, null, List.of(elsewhere));
    }

    private static Order copy(Order o, Address place, Money total, List<OrderLine> lines) {
        return new Order(
                o.number(),
                null,
                o.issuedAt(),
                o.currency(),
                o.language(),
                false,
                o.buyer(),
                o.invoicee(),
                place,
                o.requestedDelivery(),
                o.note(),
                total,
                o.references(),
                lines);
    }

    static <T extends Document> byte[] written(PeppolWriter<T> writer, T document, FormatSettings settings)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(document, settings, out);
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Document> T read(DocumentReader<T> reader, byte[] xml) throws Exception {
        return (T) BackOfficeDocuments.read(reader, xml).get(0);
    }

    static void assertSame(String file, byte[] written) {
        assertThat(text(written)).as(file).isEqualTo(text(BackOfficeDocuments.golden(file)));
    }

    /** Files of examples have an element in each row. */
    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll(">\\s+<", "><")
                .strip();
    }
}
