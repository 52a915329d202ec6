package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.Shortening.Kind;
import org.koppel.codec.cxml.CxmlOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD01BOrderResponseWriter;
import org.koppel.codec.edifact.EdifactD96ADespatchAdviceWriter;
import org.koppel.codec.edifact.EdifactD96AInvoiceWriter;
import org.koppel.codec.edifact.EdifactD96AOrderWriter;
import org.koppel.codec.table.DespatchAdviceDbfWriter;
import org.koppel.codec.table.InvoiceDbfWriter;
import org.koppel.codec.table.OrderDbfWriter;
import org.koppel.codec.table.OrderResponseCsvWriter;
import org.koppel.codec.table.OrderResponseDbfWriter;
import org.koppel.codec.ubl.UblOrderResponseWriter;
import org.koppel.codec.x12.X12DespatchAdviceWriter;
import org.koppel.codec.x12.X12InvoiceWriter;
import org.koppel.codec.x12.X12OrderResponseWriter;
import org.koppel.codec.x12.X12OrderWriter;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;
import org.koppel.platform.Json;

/** What every writer whose places end does with longer texts: refused, or shortened and noted; numbers and references never shortened. */
class LongTextsTest {
    private static final Charset LATIN_1 = Charset.forName("windows-1252");

    /** A writer, the document with one text replaced, where that is said to be too long, what was noted. */
    static Stream<Arguments> places() {
        Document answer = OrderResponses.aResponse().build();
        Document order = OutgoingOrders.anOrder();
        Document invoice = Invoices.anInvoice();
        Document advice = DespatchAdvices.anAdvice();
        Document edi = ascii(answer);
        return Stream.of(
                place(new X12OrderResponseWriter(), edi, "Aalst", 31, note(null, Kind.CITY, "N4 ST", 30, 31)),
                place(new X12OrderResponseWriter(), edi, "Werf Aalst", 190, note(null, Kind.NAME, "N1 ST", 180, 190)),
                place(new X12OrderResponseWriter(), edi, "Dokweg 14", 120, note(null, Kind.STREET, "N3 ST", 110, 120)),
                place(new X12OrderWriter(), order, "Dokweg 14", 120, note(null, Kind.STREET, "N3 ST", 110, 120)),
                place(new X12InvoiceWriter(), invoice, "Transport", 90, note(null, Kind.REASON, "SAC", 80, 90)),
                place(new X12InvoiceWriter(), invoice, "Recupel", 90, note("2", Kind.REASON, "SAC", 80, 90)),
                place(new EdifactD96AInvoiceWriter(), invoice, "Recupel", 90, note("2", Kind.REASON, "ALC", 70, 90)),
                place(new X12DespatchAdviceWriter(), advice, "Snel & Co", 40, note(null, Kind.CARRIER, "TD5", 35, 40)),
                place(
                        new EdifactD01BOrderResponseWriter(),
                        edi,
                        "Werf Aalst",
                        190,
                        note(null, Kind.NAME, "NAD DP", 175, 190)),
                place(new EdifactD96AOrderWriter(), order, "Aalst", 40, note(null, Kind.CITY, "NAD DP", 35, 40)),
                place(new EdifactD96AInvoiceWriter(), invoice, "Transport", 90, note(null, Kind.REASON, "ALC", 70, 90)),
                place(
                        new EdifactD96ADespatchAdviceWriter(),
                        advice,
                        "Snel & Co",
                        40,
                        note(null, Kind.CARRIER, "TDT", 35, 40)),
                place(
                        new OrderResponseDbfWriter(),
                        answer,
                        "Installatiekabel XVB-F2 3G2,5 mm², grijs, haspel van 100 m",
                        300,
                        note("10", Kind.DESCRIPTION, "DESCRIPT", 254, 300)));
    }

    private static Shortening note(String line, Kind kind, String place, int written, int length) {
        return new Shortening(line, kind, place, written, length);
    }

    private static Arguments place(DocumentWriter<?> writer, Document document, String old, int length, Shortening n) {
        return Arguments.of(writer, replaced(document, old, "x".repeat(length)), n);
    }

    private static Document ascii(Document document) {
        return replaced(document, "Łódź-Żyła", "Lodz");
    }

    private static Document replaced(Document document, String text, String by) {
        String json = Json.write(document);
        assertThat(json).contains('"' + text + '"');
        return Json.read(json.replace('"' + text + '"', '"' + by + '"'), document.getClass());
    }

    @ParameterizedTest
    @MethodSource("places")
    void withoutAnAgreementItIsRefusedAndNothingIsWritten(
            DocumentWriter<?> writer, Document document, Shortening note) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Shortening> notes = new ArrayList<>();

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> write(writer, document, settings(notes, ""), out));

        String line = note.line() == null ? "" : "line " + note.line() + ", ";
        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .contains(tuple("TOO_LONG", line + note.place()));
        assertThat(refused.problems()).extracting(Problem::code).containsOnly("TOO_LONG");
        assertThat(out.size()).isZero();
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void asAgreedItIsShortenedAndNoted(DocumentWriter<?> writer, Document document, Shortening note) throws Exception {
        List<Shortening> notes = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        write(writer, document, settings(notes, Fitting.SHORTENED), out);

        assertThat(notes).contains(note);
        assertThat(out.toString(LATIN_1)).contains("x".repeat(Math.min(note.written(), 30)));
    }

    @ParameterizedTest
    @MethodSource("references")
    void aReferenceIsNeverShortened(DocumentWriter<?> writer, Document document) {
        List<Shortening> notes = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> write(writer, document, settings(notes, Fitting.SHORTENED), out));

        assertThat(refused.problems()).extracting(Problem::code).allMatch(c -> c.endsWith("TOO_LONG"));
        assertThat(out.size()).isZero();
        assertThat(notes).isEmpty();
    }

    static Stream<Arguments> references() {
        String wide = "R".repeat(300);
        Document answer = replaced(ascii(OrderResponses.aResponse().build()), "BA-2026-00077", wide);
        Document order = replaced(OutgoingOrders.anOrder(), "BA-7", wide);
        return Stream.of(
                Arguments.of(new X12OrderResponseWriter(), answer),
                Arguments.of(new EdifactD01BOrderResponseWriter(), answer),
                Arguments.of(new OrderResponseDbfWriter(), answer),
                Arguments.of(new OrderDbfWriter(), order),
                Arguments.of(
                        new DespatchAdviceDbfWriter(), replaced(DespatchAdvices.anAdvice(), "T-123", "T".repeat(61))),
                Arguments.of(new InvoiceDbfWriter(), replaced(Invoices.anInvoice(), "INKOOP-7", "I".repeat(61))));
    }

    @Test
    void whereThereIsNoLimitNothingIsShortened() throws Exception {
        String longest = "x".repeat(3_000);
        OrderResponse answer = (OrderResponse) replaced(
                OrderResponses.aResponse().build(), "Inclusief Recupel-bijdrage van € 0,05 per stuk.", longest);
        for (DocumentWriter<OrderResponse> writer :
                List.of(new CxmlOrderResponseWriter(), new UblOrderResponseWriter(), new OrderResponseCsvWriter())) {
            List<Shortening> notes = new ArrayList<>();
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            write(writer, answer, settings(notes, Fitting.SHORTENED), out);

            assertThat(out.toString(StandardCharsets.UTF_8)).contains(longest);
            assertThat(notes).isEmpty();
        }
    }

    private static FormatSettings settings(List<Shortening> notes, String agreed) {
        Map<String, String> options =
                Map.of(Fitting.OPTION, agreed, ControlNumber.OPTION, "77", "cxml.from", "DUNS:1", "cxml.to", "DUNS:2");
        return new FormatSettings("nl", options).telling(notes::add);
    }

    private static <D extends Document> void write(
            DocumentWriter<D> writer, Document document, FormatSettings settings, ByteArrayOutputStream out)
            throws DocumentException, IOException {
        writer.write(writer.documentClass().cast(document), settings, out);
    }
}
