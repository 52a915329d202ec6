package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.written;

import com.helger.ubl21.UBL21Marshaller;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.cebeo.CebeoOrderReader;
import org.koppel.codec.cebeo.CebeoOrderResponseReader;
import org.koppel.codec.cebeo.CebeoOrderResponseWriter;
import org.koppel.codec.cebeo.CebeoOrderWriter;
import org.koppel.codec.cxml.CxmlDespatchAdviceReader;
import org.koppel.codec.cxml.CxmlDespatchAdviceWriter;
import org.koppel.codec.cxml.CxmlInvoiceReader;
import org.koppel.codec.cxml.CxmlInvoiceWriter;
import org.koppel.codec.cxml.CxmlOrderChangeReader;
import org.koppel.codec.cxml.CxmlOrderChangeWriter;
import org.koppel.codec.cxml.CxmlOrderReader;
import org.koppel.codec.cxml.CxmlOrderResponseReader;
import org.koppel.codec.cxml.CxmlOrderResponseWriter;
import org.koppel.codec.cxml.CxmlOrderWriter;
import org.koppel.codec.edifact.EdifactD01BDespatchAdviceWriter;
import org.koppel.codec.edifact.EdifactD01BInvoiceWriter;
import org.koppel.codec.edifact.EdifactD01BOrderChangeWriter;
import org.koppel.codec.edifact.EdifactD01BOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD01BOrderWriter;
import org.koppel.codec.edifact.EdifactD01BReader;
import org.koppel.codec.edifact.EdifactD96ADespatchAdviceWriter;
import org.koppel.codec.edifact.EdifactD96AInvoiceWriter;
import org.koppel.codec.edifact.EdifactD96AOrderChangeWriter;
import org.koppel.codec.edifact.EdifactD96AOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD96AOrderWriter;
import org.koppel.codec.edifact.EdifactD96AReader;
import org.koppel.codec.own.OwnJsonDespatchAdviceReader;
import org.koppel.codec.own.OwnJsonDespatchAdviceWriter;
import org.koppel.codec.own.OwnJsonInvoiceReader;
import org.koppel.codec.own.OwnJsonInvoiceWriter;
import org.koppel.codec.own.OwnJsonOrderChangeReader;
import org.koppel.codec.own.OwnJsonOrderChangeWriter;
import org.koppel.codec.own.OwnJsonOrderReader;
import org.koppel.codec.own.OwnJsonOrderResponseReader;
import org.koppel.codec.own.OwnJsonOrderResponseWriter;
import org.koppel.codec.own.OwnJsonOrderWriter;
import org.koppel.codec.own.OwnXmlDespatchAdviceReader;
import org.koppel.codec.own.OwnXmlDespatchAdviceWriter;
import org.koppel.codec.own.OwnXmlInvoiceReader;
import org.koppel.codec.own.OwnXmlInvoiceWriter;
import org.koppel.codec.own.OwnXmlOrderChangeReader;
import org.koppel.codec.own.OwnXmlOrderChangeWriter;
import org.koppel.codec.own.OwnXmlOrderReader;
import org.koppel.codec.own.OwnXmlOrderResponseReader;
import org.koppel.codec.own.OwnXmlOrderResponseWriter;
import org.koppel.codec.own.OwnXmlOrderWriter;
import org.koppel.codec.report.DespatchAdviceHtmlWriter;
import org.koppel.codec.report.DespatchAdvicePdfWriter;
import org.koppel.codec.report.InvoiceHtmlWriter;
import org.koppel.codec.report.InvoicePdfWriter;
import org.koppel.codec.report.OrderChangePdfWriter;
import org.koppel.codec.report.OrderPdfWriter;
import org.koppel.codec.report.OrderResponseHtmlWriter;
import org.koppel.codec.report.OrderResponsePdfWriter;
import org.koppel.codec.table.DespatchAdviceCsvReader;
import org.koppel.codec.table.DespatchAdviceCsvWriter;
import org.koppel.codec.table.DespatchAdviceDbfReader;
import org.koppel.codec.table.DespatchAdviceDbfWriter;
import org.koppel.codec.table.DespatchAdviceXlsxReader;
import org.koppel.codec.table.DespatchAdviceXlsxWriter;
import org.koppel.codec.table.InvoiceCsvReader;
import org.koppel.codec.table.InvoiceCsvWriter;
import org.koppel.codec.table.InvoiceDbfReader;
import org.koppel.codec.table.InvoiceDbfWriter;
import org.koppel.codec.table.InvoiceXlsxReader;
import org.koppel.codec.table.InvoiceXlsxWriter;
import org.koppel.codec.table.OrderChangeCsvWriter;
import org.koppel.codec.table.OrderChangeDbfWriter;
import org.koppel.codec.table.OrderChangeXlsxWriter;
import org.koppel.codec.table.OrderCsvReader;
import org.koppel.codec.table.OrderCsvWriter;
import org.koppel.codec.table.OrderDbfReader;
import org.koppel.codec.table.OrderDbfWriter;
import org.koppel.codec.table.OrderResponseCsvReader;
import org.koppel.codec.table.OrderResponseCsvWriter;
import org.koppel.codec.table.OrderResponseDbfReader;
import org.koppel.codec.table.OrderResponseDbfWriter;
import org.koppel.codec.table.OrderResponseXlsxReader;
import org.koppel.codec.table.OrderResponseXlsxWriter;
import org.koppel.codec.table.OrderXlsxReader;
import org.koppel.codec.table.OrderXlsxWriter;
import org.koppel.codec.ubl.CheckedPeppol;
import org.koppel.codec.ubl.PeppolDespatchAdviceReader;
import org.koppel.codec.ubl.PeppolInvoiceReader;
import org.koppel.codec.ubl.PeppolOrderChangeReader;
import org.koppel.codec.ubl.PeppolOrderReader;
import org.koppel.codec.ubl.PeppolOrderResponseReader;
import org.koppel.codec.ubl.UblDespatchAdviceReader;
import org.koppel.codec.ubl.UblDespatchAdviceWriter;
import org.koppel.codec.ubl.UblInvoiceReader;
import org.koppel.codec.ubl.UblInvoiceWriter;
import org.koppel.codec.ubl.UblOrderChangeReader;
import org.koppel.codec.ubl.UblOrderChangeWriter;
import org.koppel.codec.ubl.UblOrderReader;
import org.koppel.codec.ubl.UblOrderResponseReader;
import org.koppel.codec.ubl.UblOrderResponseWriter;
import org.koppel.codec.ubl.UblOrderWriter;
import org.koppel.codec.x12.X12DespatchAdviceWriter;
import org.koppel.codec.x12.X12InvoiceWriter;
import org.koppel.codec.x12.X12OrderChangeWriter;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.codec.x12.X12OrderWriter;
import org.koppel.codec.x12.X12Reader;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.LineStatus;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse;

/**
 * Every reference of an order comes back in every document of every format, or the format's page says that it does not, and why
 * ({@link DocumentedLosses}). What a page calls lost and is there is wrong too.
 */
class ReferencesComeBackTest {
    private static final String[] OPTIONS = {"cxml.from", "DUNS:1", "cxml.to", "DUNS:2"};

    /** A document in a format. {@code make} takes the place the goods go to; {@code reader} is null where nobody reads it. */
    private record Case<T extends Document>(
            String document, DocumentWriter<T> writer, DocumentReader<?> reader, Function<Address, T> make) {

        String format() {
            return writer.format().value();
        }

        /** @param gln of the place the goods go to; may be null */
        Back back(String gln) throws DocumentException, IOException {
            return Back.of(written(writer, make.apply(AskingDocuments.yard(gln)), OPTIONS), reader);
        }

        @Override
        public String toString() {
            return format() + ' ' + document;
        }
    }

    private static Case<Order> order(DocumentWriter<Order> writer, DocumentReader<?> reader) {
        return new Case<>("Order", writer, reader, AskingDocuments::order);
    }

    private static Case<OrderChange> change(DocumentWriter<OrderChange> writer, DocumentReader<?> reader) {
        return new Case<>("OrderChange", writer, reader, AskingDocuments::change);
    }

    private static Case<OrderResponse> response(DocumentWriter<OrderResponse> writer, DocumentReader<?> reader) {
        return new Case<>(
                "OrderResponse", writer, reader, place -> AskingDocuments.response(place, LineStatus.CHANGED));
    }

    /** Everything is taken as it was ordered. */
    private static Case<OrderResponse> accepted(DocumentWriter<OrderResponse> writer, DocumentReader<?> reader) {
        return new Case<>(
                "OrderResponse without changes",
                writer,
                reader,
                place -> AskingDocuments.response(place, LineStatus.ACCEPTED));
    }

    private static Case<DespatchAdvice> despatch(DocumentWriter<DespatchAdvice> writer, DocumentReader<?> reader) {
        return new Case<>("DespatchAdvice", writer, reader, AskingDocuments::despatch);
    }

    private static Case<Invoice> invoice(DocumentWriter<Invoice> writer, DocumentReader<?> reader) {
        return new Case<>("Invoice", writer, reader, AskingDocuments::invoice);
    }

    static Stream<Case<?>> cases() {
        return Stream.of(
                order(new OwnXmlOrderWriter(), new OwnXmlOrderReader()),
                order(new OwnJsonOrderWriter(), new OwnJsonOrderReader()),
                order(new UblOrderWriter(), new UblOrderReader()),
                order(CheckedPeppol.order(), new PeppolOrderReader()),
                order(new CxmlOrderWriter(), new CxmlOrderReader()),
                order(new CebeoOrderWriter(), new CebeoOrderReader()),
                order(new EdifactD96AOrderWriter(), new EdifactD96AReader()),
                order(new EdifactD01BOrderWriter(), new EdifactD01BReader()),
                order(new X12OrderWriter(), new X12Reader()),
                order(new OrderCsvWriter(), new OrderCsvReader()),
                order(new OrderDbfWriter(), new OrderDbfReader()),
                order(new OrderXlsxWriter(), new OrderXlsxReader()),
                order(new OrderPdfWriter(), null),
                change(new OwnXmlOrderChangeWriter(), new OwnXmlOrderChangeReader()),
                change(new OwnJsonOrderChangeWriter(), new OwnJsonOrderChangeReader()),
                change(new CxmlOrderChangeWriter(), new CxmlOrderChangeReader()),
                change(new UblOrderChangeWriter(), new UblOrderChangeReader()),
                change(CheckedPeppol.orderChange(), new PeppolOrderChangeReader()),
                change(new EdifactD96AOrderChangeWriter(), new EdifactD96AReader()),
                change(new EdifactD01BOrderChangeWriter(), new EdifactD01BReader()),
                change(new X12OrderChangeWriter(), new X12Reader()),
                change(new OrderChangeCsvWriter(), new OrderCsvReader()),
                change(new OrderChangeDbfWriter(), new OrderDbfReader()),
                change(new OrderChangeXlsxWriter(), new OrderXlsxReader()),
                change(new OrderChangePdfWriter(), null),
                response(new OwnXmlOrderResponseWriter(), new OwnXmlOrderResponseReader()),
                response(new OwnJsonOrderResponseWriter(), new OwnJsonOrderResponseReader()),
                response(new UblOrderResponseWriter(), new UblOrderResponseReader()),
                accepted(new UblOrderResponseWriter(), new UblOrderResponseReader()),
                response(CheckedPeppol.orderResponse(), new PeppolOrderResponseReader()),
                accepted(CheckedPeppol.orderResponse(), new PeppolOrderResponseReader()),
                response(new CebeoOrderResponseWriter(), new CebeoOrderResponseReader()),
                response(new CxmlOrderResponseWriter(), new CxmlOrderResponseReader()),
                response(new EdifactD96AOrderResponseWriter(), new EdifactD96AReader()),
                response(new EdifactD01BOrderResponseWriter(), new EdifactD01BReader()),
                response(new X12OrderResponseWriter(), new X12Reader()),
                response(new OrderResponseCsvWriter(), new OrderResponseCsvReader()),
                response(new OrderResponseDbfWriter(), new OrderResponseDbfReader()),
                response(new OrderResponseXlsxWriter(), new OrderResponseXlsxReader()),
                response(new OrderResponseHtmlWriter(), null),
                response(new OrderResponsePdfWriter(), null),
                despatch(new OwnXmlDespatchAdviceWriter(), new OwnXmlDespatchAdviceReader()),
                despatch(new OwnJsonDespatchAdviceWriter(), new OwnJsonDespatchAdviceReader()),
                despatch(new UblDespatchAdviceWriter(), new UblDespatchAdviceReader()),
                despatch(CheckedPeppol.despatchAdvice(), new PeppolDespatchAdviceReader()),
                despatch(new CxmlDespatchAdviceWriter(), new CxmlDespatchAdviceReader()),
                despatch(new EdifactD96ADespatchAdviceWriter(), new EdifactD96AReader()),
                despatch(new EdifactD01BDespatchAdviceWriter(), new EdifactD01BReader()),
                despatch(new X12DespatchAdviceWriter(), new X12Reader()),
                despatch(new DespatchAdviceCsvWriter(), new DespatchAdviceCsvReader()),
                despatch(new DespatchAdviceDbfWriter(), new DespatchAdviceDbfReader()),
                despatch(new DespatchAdviceXlsxWriter(), new DespatchAdviceXlsxReader()),
                despatch(new DespatchAdviceHtmlWriter(), null),
                despatch(new DespatchAdvicePdfWriter(), null),
                invoice(new OwnXmlInvoiceWriter(), new OwnXmlInvoiceReader()),
                invoice(new OwnJsonInvoiceWriter(), new OwnJsonInvoiceReader()),
                invoice(new UblInvoiceWriter(), new UblInvoiceReader()),
                invoice(CheckedPeppol.invoice(), new PeppolInvoiceReader()),
                invoice(new CxmlInvoiceWriter(), new CxmlInvoiceReader()),
                invoice(new EdifactD96AInvoiceWriter(), new EdifactD96AReader()),
                invoice(new EdifactD01BInvoiceWriter(), new EdifactD01BReader()),
                invoice(new X12InvoiceWriter(), new X12Reader()),
                invoice(new InvoiceCsvWriter(), new InvoiceCsvReader()),
                invoice(new InvoiceDbfWriter(), new InvoiceDbfReader()),
                invoice(new InvoiceXlsxWriter(), new InvoiceXlsxReader()),
                invoice(new InvoiceHtmlWriter(), null),
                invoice(new InvoicePdfWriter(), null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsAskedComesBackUnlessThePageSaysWhyNot(Case<?> one) throws Exception {
        assertThat(losses(one))
                .as(one.toString())
                .isEqualTo(DocumentedLosses.read().of(one.format(), one.document()));
    }

    @Test
    void pagesSpeakOfDocumentsThatAreWritten() throws Exception {
        assertThat(cases().map(Case::toString).toList())
                .containsAll(DocumentedLosses.read().pairs());
    }

    @Test
    void plainUblWithAllOfThemIsValidByItsSchema() throws Exception {
        Address place = AskingDocuments.yard(Asked.SHIP_TO_GLN.value());
        OrderResponse accepted = AskingDocuments.response(place, LineStatus.ACCEPTED);

        assertThat(UBL21Marshaller.order().read(written(new UblOrderWriter(), AskingDocuments.order(place))))
                .isNotNull();
        assertThat(UBL21Marshaller.orderChange()
                        .read(written(new UblOrderChangeWriter(), AskingDocuments.change(place))))
                .isNotNull();
        assertThat(UBL21Marshaller.orderResponse().read(written(new UblOrderResponseWriter(), accepted)))
                .isNotNull();
        assertThat(UBL21Marshaller.despatchAdvice()
                        .read(written(new UblDespatchAdviceWriter(), AskingDocuments.despatch(place))))
                .isNotNull();
    }

    /** By what is asked, what becomes of it; nothing of what comes back. */
    private static Map<String, String> losses(Case<?> one) throws Exception {
        Back plain = one.back(null);
        Back located = one.back(Asked.SHIP_TO_GLN.value());
        Map<String, String> losses = new TreeMap<>();
        Stream.of(Asked.ORDER, Asked.LINE, Asked.SHIP_TO).forEach(a -> plain.note(a, losses));
        Stream.of(Asked.SHIP_TO_GLN, Asked.SHIP_TO_BESIDE_GLN).forEach(a -> located.note(a, losses));
        if (one.document().startsWith("Order") && !one.document().startsWith("OrderResponse")) {
            plain.note(Asked.LINE_SHIP_TO, losses); // answers say where the order went, not where each line did
        }
        Stream.concat(Asked.OF_ORDER.stream(), Asked.OF_LINE.stream()).forEach(a -> plain.note(a, losses));
        return losses;
    }
}
