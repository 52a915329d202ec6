package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiDescription;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.UnitReading;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.Reference;

class InvoiceSetTest {

    @Test
    void anInvoiceHasItsReferencesLinesLeviesVatAndTotal() throws Exception {
        assertThat(written(Invoices.anInvoice()))
                .contains(
                        "GS*IN*", "ST*810*0001~BIG*20260115*F2026-100*20260104*4711***DI~NTE*GEN*Levering van januari~")
                .contains("REF*PK*DA-4711-1~REF*CR*INKOOP-7~REF*PJ*Nieuwbouw Aalst~REF*TN*" + Invoices.OGM
                        + "~REF*RQ*BA-7~")
                .contains(
                        "REF*CT*RAAM-2026~REF*12*KP-100~REF*VN*V-88~REF*ZZ*Z-1*Werf~N1*SE*Elektro Vermeulen bv*UL*5412345999997~")
                .contains("REF*VX*BE0987654394~", "N1*ST*Werf Aalst*UL*5412345000020~", "ITD*01*3****20260214*30~")
                .contains(
                        "IT1*2*12*EA*13.25**VN*100002*BP*B-2*EN*5412345678908~TXI*VA**21*CD*S~PID*F****Ledlamp 9 W~REF*LI*20~"
                                + "REF*WBS*P-88.1~SAC*C*F050***72**********Recupel~")
                .contains("IT1*1*250*", "*0.649**VN*100001*BP*B-1~")
                .contains("TDS*44706~TXI*VA*70.24*21*CD*S***334.47~TXI*VA*2.4*6*CD*S***39.95~"
                        + "SAC*C*D240***1250**********Transport~TXI*VA**21*CD*S~CTT*3~");
    }

    @Test
    void aCreditNoteSaysSoAndWhatItCredits() throws Exception {
        assertThat(written(Invoices.aCreditNote())).contains("***CR~", "REF*OI*F2026-100~", "TDS*1611~");
    }

    @Test
    void whatIsWrittenIsReadAgainAndAddsUp() throws Exception {
        for (Invoice invoice : List.of(Invoices.anInvoice(), Invoices.aCreditNote())) {
            EdiProblems problems = new EdiProblems("set 1");
            Invoice again = read(written(invoice), problems).orElseThrow(() -> new AssertionError(problems.all()));

            assertThat(again.kind()).isEqualTo(invoice.kind());
            assertThat(again.order()).isEqualTo(invoice.order());
            assertThat(again.dueOn()).isEqualTo(invoice.dueOn());
            assertThat(again.project()).isEqualTo(invoice.project());
            assertThat(again.payment().reference()).isEqualTo(Invoices.OGM);
            assertThat(again.buyer().vat()).isEqualTo(invoice.buyer().vat());
            assertThat(again.references()).contains(Reference.of(Reference.Kind.REQUISITION, "BA-7"));
            assertThat(InvoiceSums.reckoned(again).totals()).isEqualTo(invoice.totals());
            assertThat(again.lines())
                    .extracting(InvoiceLine::orderLine)
                    .isEqualTo(
                            invoice.lines().stream().map(InvoiceLine::orderLine).toList());
        }
    }

    private static Optional<Invoice> read(String interchange, EdiProblems problems) throws Exception {
        InvoiceReading reading = new InvoiceReading(
                new EdiFields(problems, UnitReading.of(FormatSettings.DEFAULT, X12::unit)), false, "EUR");
        EdiDescription schema = EdiDescription.load(X12.class, "810-4010.xml");
        EdiCursor cursor = X12Stream.open(
                new ByteArrayInputStream(interchange.getBytes(StandardCharsets.ISO_8859_1)), (type, version) -> schema);
        for (EdiSegment segment = cursor.next(); segment != null; segment = cursor.next()) {
            switch (segment.tag()) {
                case "ISA", "GS", "ST", "GE", "IEA" -> {}
                case "SE" -> {
                    assertThat(cursor.takeFaults()).isEmpty();
                    return reading.finish(segment).map(Invoice.class::cast);
                }
                default -> reading.take(segment);
            }
        }
        throw new AssertionError("No SE");
    }

    private static String written(Invoice invoice) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new X12InvoiceWriter().write(invoice, new FormatSettings("nl", Map.of(ControlNumber.OPTION, "77")), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
