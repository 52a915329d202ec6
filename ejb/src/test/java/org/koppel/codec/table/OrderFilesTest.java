package org.koppel.codec.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OutgoingOrders;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.document.RefusedDocument;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Orders of customers in rows, by our names of the columns and by theirs. */
class OrderFilesTest {
    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:30:00Z");
    private static final Map<String, String> AGREED = agreed();

    private final OrderCsvReader csv = new OrderCsvReader();
    private final OrderXlsxReader xlsx = new OrderXlsxReader();
    private final OrderDbfReader dbf = new OrderDbfReader();
    private final List<Document> taken = new ArrayList<>();
    private final List<RefusedDocument> refused = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private static Map<String, String> agreed() {
        Map<String, String> options = new HashMap<>();
        options.put("csv.header", "2");
        options.put("csv.decimal", ",");
        options.put("csv.thousands", ".");
        options.put("csv.date", "dd/MM/yyyy");
        options.put("unit.meter", "MTR");
        options.put("column.order", "Bestelnr");
        options.put("column.line", "2");
        options.put("column.article", "artikel");
        options.put("column.buyers_article", "Onze ref");
        options.put("column.description", "Omschrijving");
        options.put("column.quantity", "Aantal");
        options.put("column.unit", "Eenheid");
        options.put("column.price", "Prijs");
        options.put("column.requested_on", "Leverdatum");
        options.put("column.ship_to", "Werf");
        options.put("column.cost_centre", "Kostenplaats");
        return options;
    }

    @Test
    void whoAgreedNothingSendsFourColumns() throws Exception {
        read(csv, golden("csv/order-default.csv"), Map.of());

        assertThat(orders()).extracting(o -> o.number().value()).containsExactly("PO-1", "PO-2");
        Order first = orders().get(0);
        assertThat(first.issuedAt().toInstant()).isEqualTo(FRIDAY);
        assertThat(first.currency()).isEqualTo("EUR");
        assertThat(first.lines())
                .extracting(OrderLine::quantity)
                .containsExactly(
                        new Quantity(new BigDecimal("5"), UnitCode.AGREED),
                        new Quantity(new BigDecimal("2.5"), UnitCode.AGREED));
        assertThat(first.shipTo()).isNull();
    }

    @Test
    void aCustomersOwnColumnsNumbersDaysAndUnitsAreUnderstood() throws Exception {
        read(csv, golden("csv/order-mapped.csv"), AGREED);

        assertMapped();
    }

    @Test
    void theSameRowsInExcelSayTheSame() throws Exception {
        read(xlsx, Tables.xlsx(golden("csv/order-mapped.csv"), ';'), AGREED);

        assertMapped();
    }

    private void assertMapped() {
        assertThat(problems).isEmpty();
        assertThat(orders()).extracting(o -> o.number().value()).containsExactly("B-2026-88", "B-2026-89");
        Order first = orders().get(0);
        assertThat(first.shipTo().id()).isEqualTo("YARD");
        OrderLine cable = first.lines().get(0);
        assertThat(cable.number()).isEqualTo("10");
        assertThat(cable.item().sellersId()).isEqualTo("100001");
        assertThat(cable.item().buyersId()).isEqualTo("K-17");
        assertThat(cable.item().description()).isEqualTo("Installatiekabel \"XVB\"");
        assertThat(cable.quantity()).isEqualTo(Quantity.of("1250.5", "MTR"));
        assertThat(cable.price().amount().amount()).isEqualByComparingTo("0.825");
        assertThat(cable.requestedDelivery()).hasToString("2026-11-28");
        assertThat(cable.references()).containsExactly(Reference.of(Reference.Kind.ACCOUNTING, "KP-1200"));
        assertThat(first.references()).isEmpty();
        assertThat(orders().get(1).references())
                .containsExactly(new Reference(Reference.Kind.ACCOUNTING, "Project", "Kouter"));
    }

    @Test
    void aThousandIsNotTakenForOneUnlessTheDecimalMarkIsAgreed() throws Exception {
        byte[] file = "order;article;quantity\nPO-1;100001;1.000\nPO-2;100001;0.125\n".getBytes(StandardCharsets.UTF_8);

        read(csv, file, Map.of());
        read(xlsx, Tables.xlsx(file, ';'), Map.of());
        assertThat(problems)
                .containsExactly(
                        "UNREADABLE_NUMBER row 2, column quantity", "UNREADABLE_NUMBER row 2, column quantity");
        assertThat(quantities()).containsExactly("0.125", "0.125");

        taken.clear();
        read(csv, file, Map.of("csv.decimal", "."));
        read(csv, file, Map.of("csv.thousands", ","));
        read(csv, file, Map.of("csv.decimal", ",", "csv.thousands", "."));
        assertThat(quantities()).containsExactly("1.000", "0.125", "1.000", "0.125", "1000");
        assertThat(problems)
                .as("no thousands begin with 0")
                .last()
                .isEqualTo("UNREADABLE_NUMBER row 3, column quantity");
    }

    private List<String> quantities() {
        return orders().stream()
                .map(o -> o.lines().get(0).quantity().value().toPlainString())
                .toList();
    }

    @Test
    void aNumberOfASheetIsOneWhateverItsDigits() throws Exception {
        read(xlsx, Tables.sheet("""
                <row r='1'><c r='A1' t='inlineStr'><is><t>order</t></is></c><c r='B1' t='inlineStr'><is><t>article</t></is></c>
                <c r='C1' t='inlineStr'><is><t>quantity</t></is></c></row>
                <row r='2'><c r='A2'><v>1</v></c><c r='B2'><v>100001</v></c><c r='C2'><v>1.125</v></c></row>"""), Map.of());

        assertThat(problems).isEmpty();
        assertThat(quantities()).containsExactly("1.125");
    }

    @Test
    void whatWeWriteIsNeverAmbiguous() throws Exception {
        byte[] file =
                "order;article;quantity;unit;price\nPO-1;100001;1.125;MTR;12.500\n".getBytes(StandardCharsets.UTF_8);
        read(csv, file, Map.of("csv.decimal", "."));
        Order order = orders().get(0);
        taken.clear();

        read(csv, written(new OrderCsvWriter(), order), Map.of());
        read(csv, written(new OrderCsvWriter(), order, "csv.decimal", ","), Map.of());
        read(csv, written(new OrderCsvWriter(), order, "csv.decimal", ","), Map.of("csv.decimal", ","));
        read(xlsx, written(new OrderXlsxWriter(), order), Map.of());
        read(dbf, written(new OrderDbfWriter(), order), Map.of());

        assertThat(problems).isEmpty();
        assertThat(orders()).hasSize(5).allSatisfy(o -> {
            OrderLine line = o.lines().get(0);
            assertThat(line.quantity().value()).isEqualByComparingTo("1.125");
            assertThat(line.price().amount().amount()).isEqualByComparingTo("12.5");
        });
    }

    @Test
    void withoutNamesOfColumnsTheirNumbersSayWhatTheyHold() throws Exception {
        byte[] file = "A1|100001|3\nA1|100002|4\n".getBytes(StandardCharsets.UTF_8);

        read(csv, file, Map.of("csv.header", "no", "column.order", "1", "column.article", "2", "column.quantity", "3"));

        assertThat(orders()).hasSize(1);
        assertThat(orders().get(0).lines()).extracting(OrderLine::number).containsExactly("1", "2");
    }

    @Test
    void oneBadOrderRefusesItselfAndNamesEverything() throws Exception {
        read(csv, golden("csv/order-one-bad.csv"), Map.of());

        assertThat(orders()).extracting(o -> o.number().value()).containsExactly("PO-1", "PO-3");
        assertThat(orders().get(1).lines().get(0).note()).isEqualTo("Twee\nregels");
        assertThat(refused).extracting(r -> r.number().value()).containsExactly("PO-2");
        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "QUANTITY_NOT_POSITIVE row 3, column quantity",
                        "DUPLICATE_LINE_NUMBER row 4, column line",
                        "MISSING_FIELD row 4, column article",
                        "UNREADABLE_NUMBER row 4, column quantity",
                        "UNKNOWN_UNIT row 4, column unit",
                        "UNREADABLE_NUMBER row 4, column price");
    }

    @Test
    void placesAreNamedAsTheCustomerNamesThem() throws Exception {
        byte[] file = new String(golden("csv/order-mapped.csv"), StandardCharsets.UTF_8)
                .replace("6,25;28/11/2026", "6.25;11/28/2026")
                .getBytes(StandardCharsets.UTF_8);

        read(csv, file, AGREED);

        assertThat(problems)
                .containsExactly("UNREADABLE_NUMBER row 4, column Prijs", "UNREADABLE_DATE row 4, column Leverdatum");
    }

    @Test
    void rowsOfOneOrderThatStandApartAreRefused() throws Exception {
        byte[] file = "order;article;quantity\nA;1;1\nB;1;1\nA;2;1\n".getBytes(StandardCharsets.UTF_8);

        read(csv, file, Map.of());

        assertThat(orders()).extracting(o -> o.number().value()).containsExactly("A", "B");
        assertThat(problems).containsExactly("ROWS_APART row 4, column order");
    }

    @Test
    void whatIsSaidOfTheWholeOrderIsSaidOnce() throws Exception {
        byte[] file = ("order;article;quantity;currency;test\nA;1;1;EUR;N\nA;2;1;USD;\nB;1;1;XXQ;\n")
                .getBytes(StandardCharsets.UTF_8);

        read(csv, file, Map.of());

        assertThat(problems)
                .containsExactly("BAD_VALUE row 3, column currency", "UNKNOWN_CURRENCY row 4, column currency");
    }

    @Test
    void changesAndCancellationsComeInTheSameFile() throws Exception {
        read(csv, golden("csv/order-messages.csv"), Map.of());

        assertThat(problems).isEmpty();
        assertThat(taken).extracting(Document::type).containsExactly("Order", "OrderChange", "OrderCancellation");
        OrderChange change = (OrderChange) taken.get(1);
        assertThat(change.complete()).isTrue();
        assertThat(change.number().value()).isEqualTo("PO-1-C1");
        assertThat(change.content().number().value()).isEqualTo("PO-1");
        OrderCancellation cancellation = (OrderCancellation) taken.get(2);
        assertThat(cancellation.order().value()).isEqualTo("PO-1");
        assertThat(cancellation.note()).isEqualTo("Niet meer nodig");
    }

    @Test
    void whatWeWriteForABackOfficeIsAnOrderAgain() throws Exception {
        Order order = OutgoingOrders.anOrder();

        read(csv, written(new OrderCsvWriter(), order), Map.of());
        read(xlsx, written(new OrderXlsxWriter(), order), Map.of());
        read(dbf, written(new OrderDbfWriter(), order), Map.of());

        assertThat(problems).isEmpty();
        assertThat(orders()).hasSize(3).allSatisfy(read -> {
            assertThat(read.number()).isEqualTo(order.number());
            assertThat(read.issuedAt()).isEqualTo(order.issuedAt());
            assertThat(read.buyer().gln()).isEqualTo(order.buyer().gln());
            assertThat(read.shipTo()).isEqualTo(order.shipTo());
            assertThat(read.total().amount()).isEqualByComparingTo(order.total().amount());
            assertThat(read.lines()).hasSameSizeAs(order.lines());
            OrderLine line = read.lines().get(0);
            assertThat(line.item().buyersId()).isEqualTo("B-100001");
            assertThat(line.item().gtin()).isEqualTo("5412345678908");
            assertThat(line.quantity().value()).isEqualByComparingTo("500");
            assertThat(line.price().perOne().amount()).isEqualByComparingTo("0.825");
            assertThat(line.requestedDelivery()).hasToString("2026-01-12");
            assertThat(read.references())
                    .contains(
                            Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                            Reference.of(Reference.Kind.CONTRACT, "RK-88"),
                            Reference.of(Reference.Kind.ACCOUNTING, "KP-1200"));
        });
    }

    @Test
    void anAgreedColumnThatIsMissingRefusesTheFile() {
        DocumentException e =
                refusal(golden("csv/order-default.csv"), Map.of("column.order", "PO", "column.price", "9"));

        assertThat(e.problems()).extracting(p -> p.code() + ' ' + p.location()).containsExactly("MISSING_COLUMN row 1");
        assertThat(e.getMessage()).contains("PO", "agreed for order");
    }

    @Test
    void anAgreementThatIsNoneIsNamed() {
        DocumentException e = refusal(
                golden("csv/order-default.csv"),
                Map.of("csv.date", "soon", "csv.decimal", ";", "csv.thousands", "#", "unit.st", "barrel"));

        assertThat(e.problems())
                .extracting(p -> p.code() + ' ' + p.location())
                .containsExactlyInAnyOrder(
                        "BAD_OPTION csv.date",
                        "BAD_OPTION csv.decimal",
                        "BAD_OPTION csv.thousands",
                        "BAD_OPTION unit.st");
    }

    @Test
    void columnsTellWhetherAFileHoldsOrders() throws Exception {
        CsvEnvelopeReader envelopes = new CsvEnvelopeReader();

        assertThat(envelopes
                        .read(new ByteArrayInputStream(golden("csv/order-default.csv")))
                        .kind())
                .isEqualTo("Order");
        assertThat(envelopes.recognises("application/octet-stream", golden("csv/order-default.csv")))
                .isTrue();
        assertThat(envelopes.recognises("application/octet-stream", golden("csv/order-mapped.csv")))
                .isFalse();
        assertThat(envelopes
                        .read(
                                new ByteArrayInputStream(golden("csv/order-mapped.csv")),
                                new FormatSettings("en", AGREED))
                        .documentClass())
                .contains(Document.class);
    }

    @Test
    void aMillionRowsOfOneOrderAreRefusedAndTheNextOneIsRead() throws Exception {
        read(csv, new ManyRows("order;article;quantity\n", "A;100001;1\n", 1_000_000, "B;100001;1\n"), Map.of());

        assertThat(problems).containsExactly("TOO_MANY_LINES row 2, column order");
        assertThat(orders()).extracting(o -> o.number().value()).containsExactly("B");
    }

    private DocumentException refusal(byte[] file, Map<String, String> options) {
        return catchThrowableOfType(DocumentException.class, () -> read(csv, file, options));
    }

    private void read(DocumentReader<Document> reader, byte[] file, Map<String, String> options) throws Exception {
        read(reader, new ByteArrayInputStream(file), options);
    }

    private void read(DocumentReader<Document> reader, InputStream file, Map<String, String> options)
            throws DocumentException, IOException {
        reader.read(file, new FormatSettings("en", options).receivedAt(FRIDAY), new DocumentSink<>() {
            @Override
            public void accept(Document document) {
                taken.add(document);
            }

            @Override
            public void refuse(RefusedDocument document, List<Problem> why) {
                refused.add(document);
                why.forEach(p -> problems.add(p.code() + ' ' + p.location()));
            }
        });
    }

    private List<Order> orders() {
        return taken.stream()
                .filter(Order.class::isInstance)
                .map(Order.class::cast)
                .toList();
    }
}
