package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.OutgoingOrders;
import org.koppel.document.Address;
import org.koppel.document.Classification;
import org.koppel.document.Contact;
import org.koppel.document.Document;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.w3c.dom.Element;

/** Orders to a back office in cXML: valid, and nothing is lost that this format has a place for. */
class OutgoingOrderTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00+01:00");

    private static <T extends Document> byte[] cxml(DocumentWriter<T> writer, T document, String... more)
            throws Exception {
        String[] options = {"cxml.from", "DUNS:1", "cxml.to", "DUNS:2", "cxml.secret", "s3", "", ""};
        System.arraycopy(more, 0, options, options.length - 2, more.length);
        return written(writer, document, options);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Order full() {
        Address yard =
                new Address("YARD", "5412345000020", "Werf <Aalst>", "Poort 4", "Dokweg 14", "9300", "Aalst", "BE");
        Address office = new Address("HQ", null, "Kantoor", null, null, null, "Gent", null);
        Contact an = new Contact("endUser", "An Peeters", "an@bouwgroep.example", "+32 9 123 45 67");
        Address gent =
                new Address("bouwgroep", "5412345000006", "Bouwgroep nv", null, "Kouter 1", "9000", "Gent", "BE");
        Address payer = new Address("5412345000044", "5412345000044", "Boekhouding", null, null, null, null, null);
        return new Order(
                new DocumentNumber("4711"),
                "2",
                MONDAY,
                "EUR",
                "nl",
                true,
                new Party("Bouwgroep nv", "5412345000006", "BE0555444368", an, gent),
                new Party("Boekhouding", "5412345000044", "BE0123456749", null, payer),
                yard,
                LocalDate.of(2026, 1, 12),
                "Lossen aan de poort\nBellen & wachten",
                Money.of("487.50", "EUR"),
                List.of(
                        Reference.of(Kind.CONTRACT, "RK-88"),
                        Reference.of(Kind.REQUISITION, "BA-7"),
                        Reference.of(Kind.SUPPLIER_ORDER, "S-900"),
                        new Reference(Kind.OTHER, "Project", "Z-1")),
                List.of(
                        new OrderLine(
                                "10",
                                new Item(
                                        "100001",
                                        "B-1",
                                        "X-77",
                                        "Niko",
                                        "5412345678908",
                                        "Kabel 3G2,5",
                                        List.of(new Classification("UNSPSC", null, "26121600"))),
                                Quantity.of("500.5", "MTR"),
                                new Price(Money.of("82.505", "EUR"), new BigDecimal(100)),
                                LocalDate.of(2026, 1, 20),
                                "Op haspel",
                                office,
                                List.of(
                                        Reference.of(Kind.CONTRACT, "RC-5"),
                                        Reference.of(Kind.CART, "cart-1"),
                                        new Reference(Kind.OTHER, "Kostensoort", "600100"),
                                        new Reference(Kind.ACCOUNTING, "Project", "P-77"),
                                        Reference.of(Kind.ACCOUNTING, "K-4000"))),
                        new OrderLine(
                                "20",
                                new Item(null, "B-2", null, null, null, null, List.of()),
                                Quantity.of("2", "H87"),
                                Price.perUnit(Money.of("1.00", "EUR")),
                                null,
                                null,
                                null,
                                List.of())));
    }

    @Test
    void anOrderIsValidAndReadAgainAsItWas() throws Exception {
        byte[] written = cxml(new CxmlOrderWriter(), full());

        CxmlDtd.valid(text(written));
        Order again = (Order) read(new CxmlOrderReader(), written).get(0);
        assertThat(again)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringFields("references", "lines.references")
                .isEqualTo(full());
        assertThat(again.references()).containsExactlyInAnyOrderElementsOf(full().references());
        assertThat(again.lines().get(0).references())
                .containsExactlyInAnyOrderElementsOf(full().lines().get(0).references());
    }

    @Test
    void aRequisitionStandsAtTheOrderOrAtItsLinesNeverAtBoth() throws Exception {
        OrderLine line = OutgoingOrders.anOrder().lines().get(0);
        OrderLine required = new OrderLine(
                line.number(),
                line.item(),
                line.quantity(),
                null,
                null,
                null,
                null,
                List.of(Reference.of(Kind.REQUISITION, "BA-7/10")));
        Order order = full();
        Order both = new Order(
                order.number(),
                null,
                MONDAY,
                "EUR",
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                order.references(),
                List.of(required));

        byte[] written = cxml(new CxmlOrderWriter(), both);

        Element root = CxmlDtd.valid(text(written));
        Element header =
                (Element) root.getElementsByTagName("OrderRequestHeader").item(0);
        assertThat(header.getAttribute("requisitionID")).isEmpty();
        assertThat(text(written))
                .contains("requisitionID=\"BA-7/10\"", "<Extrinsic name=\"requisitionID\">BA-7</Extrinsic>")
                .contains("<Total><Money currency=\"EUR\">0.00</Money></Total>");
        assertThat(((Order) read(new CxmlOrderReader(), written).get(0)).lines())
                .hasSize(1);
    }

    @Test
    void aChangeIsAnUpdateUnderTheOrdersNumber() throws Exception {
        byte[] written = cxml(new CxmlOrderChangeWriter(), OutgoingOrders.aChange());

        CxmlDtd.valid(text(written));
        assertThat(text(written)).contains("orderID=\"4711\"", "type=\"update\"", "orderVersion=\"1\"");
        OrderChange again =
                (OrderChange) read(new CxmlOrderChangeReader(), written).get(0);
        assertThat(again.revision()).isEqualTo("1");
        assertThat(again.content().total()).isEqualTo(Money.of("412.50", "EUR"));
    }

    @Test
    void aCancellationSaysNothingThatItDoesNotKnow() throws Exception {
        byte[] written = cxml(new CxmlOrderCancellationWriter(), OutgoingOrders.aCancellation());

        CxmlDtd.valid(text(written));
        assertThat(text(written))
                .contains("type=\"delete\"", "<Money currency=\"XXX\">0.00</Money>", "<ItemOut quantity=\"0\">")
                .contains("addressID=\"bouwgroep\" addressIDDomain=\"buyerAccountID\"");
        OrderCancellation again = (OrderCancellation)
                read(new CxmlOrderCancellationReader(), written).get(0);
        assertThat(again.revision()).isEqualTo("2");
        assertThat(again.issuedAt()).isEqualTo(OutgoingOrders.aCancellation().issuedAt());
    }

    @Test
    void ordersOfTwoBuyersWithOneNumberAreTwoMessages() throws Exception {
        assertThat(text(cxml(new CxmlOrderWriter(), OutgoingOrders.anOrder())))
                .contains("payloadID=\"4711.1767571200000-5412345000006@koppel\"");
    }

    @Test
    void theSecretIsKeptOutOfWhatIsShown() throws Exception {
        CxmlOrderWriter writer = new CxmlOrderWriter();
        byte[] written = cxml(writer, full());

        assertThat(text(written)).contains("<SharedSecret>s3</SharedSecret>");
        assertThat(text(writer.masked(written))).doesNotContain(">s3<");
        assertThat(writer.secretOptions()).contains("cxml.secret");
    }

    @Test
    void aVersionThatHasNoPlaceForTheBuyerIsRefused() {
        assertThatThrownBy(() -> cxml(new CxmlOrderWriter(), full(), "dtd", "1.2.014"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("BusinessPartner")
                .hasMessageContaining("1.2.050");
    }
}
