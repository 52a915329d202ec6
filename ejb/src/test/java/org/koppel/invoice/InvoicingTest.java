package org.koppel.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Problem;
import org.koppel.document.Invoice;
import org.koppel.document.Reference;
import org.koppel.inbound.Handled;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.UnitCode;

class InvoicingTest {
    private final InvoiceDesk desk = new InvoiceDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatTheBackOfficeLeftOutComesFromTheOrder() {
        assertThat(desk.take(InvoiceDesk.invoice("F-1", "2").build()).kind()).isEqualTo(Handled.Kind.PROCESSED);

        Invoice sent = desk.sent.get(0);
        assertThat(sent.order()).isEqualTo(new DocumentNumber("4711"));
        assertThat(sent.orderMessageId()).isEqualTo("payload-1");
        assertThat(sent.references())
                .contains(
                        Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                        Reference.of(Reference.Kind.ACCOUNTING, "KP-1"));
        assertThat(sent.lines().get(0).references()).contains(new Reference(Reference.Kind.OTHER, "Plant", "GENT"));
        assertThat(sent.lines().get(0).item().buyersId()).isEqualTo("B-7");
        assertThat(sent.shipTo().id()).isEqualTo("YARD");
        assertThat(sent.seller().vat()).isEqualTo("BE0987654394");
        assertThat(sent.buyer().name()).isEqualTo("Buyer One");
        assertThat(sent.payment().iban()).isEqualTo("BE68539007547034");
        assertThat(sent.totals().payable().amount()).isEqualByComparingTo("10.89");
        assertThat(desk.charged).containsEntry("10", new BigDecimal("2.000000"));
    }

    @Test
    void anInvoiceThatNamesNoUnitChargesInThatOfTheOrder() {
        assertThat(desk.take(InvoiceDesk.invoice("F-1", "2").unit("ZZ").build()).kind())
                .isEqualTo(Handled.Kind.PROCESSED);
        assertThat(desk.sent.get(0).lines().get(0).quantity().unit()).isEqualTo(UnitCode.PIECE);
    }

    @Test
    void theSameInvoiceAgainChangesNothing() {
        desk.take(InvoiceDesk.invoice("F-1", "2").build());

        assertThat(desk.take(InvoiceDesk.invoice("F-1", "2").build()).kind()).isEqualTo(Handled.Kind.PROCESSED);
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void theSameNumberWithOtherContentIsAConflict() {
        desk.take(InvoiceDesk.invoice("F-1", "2").build());

        Handled second = desk.take(InvoiceDesk.invoice("F-1", "3").build());

        assertThat(second.kind()).isEqualTo(Handled.Kind.CONFLICT);
        assertThat(second.problems()).extracting(Problem::code).containsExactly("INVOICE_NUMBER_USED");
        assertThat(desk.sent).hasSize(1);
    }

    @Test
    void moreThanWasSoldIsRefusedAlsoOverSeveralInvoices() {
        assertThat(codes(InvoiceDesk.invoice("F-1", "5").build())).containsExactly("MORE_THAN_SOLD lines[1]/quantity");
        desk.take(InvoiceDesk.invoice("F-2", "3").build());
        assertThat(codes(InvoiceDesk.invoice("F-3", "2").build())).containsExactly("MORE_THAN_SOLD lines[1]/quantity");
    }

    @Test
    void aCreditNoteGivesBackAtMostWhatWasCharged() {
        desk.take(InvoiceDesk.invoice("F-1", "4").build());

        assertThat(codes(InvoiceDesk.invoice("C-1", "5").credit().build()))
                .containsExactly("MORE_THAN_CHARGED lines[1]/quantity");
        assertThat(desk.take(InvoiceDesk.invoice("C-2", "4").credit().build()).kind())
                .isEqualTo(Handled.Kind.PROCESSED);
        assertThat(desk.take(InvoiceDesk.invoice("F-2", "4").build()).kind())
                .as("charged anew")
                .isEqualTo(Handled.Kind.PROCESSED);
    }

    @Test
    void ordersLinesUnitsAndCustomersThatNobodyKnowsAreNamed() {
        assertThat(codes(InvoiceDesk.invoice("F-1", "1").order("9").build())).containsExactly("UNKNOWN_ORDER order");
        assertThat(codes(InvoiceDesk.invoice("F-1", "1").orderLine("99").build()))
                .containsExactly("UNKNOWN_ORDER_LINE lines[1]/orderLine");
        assertThat(codes(InvoiceDesk.invoice("F-1", "1").unit("MTR").build()))
                .containsExactly("UNIT_DIFFERS lines[1]/quantity/unit");
        assertThat(codes(InvoiceDesk.invoice("F-1", "1").customer("nobody").build()))
                .containsExactly("UNKNOWN_CUSTOMER customer");
    }

    @Test
    void anOrderThatWasNotConfirmedIsNotCharged() {
        desk.sold = false;

        assertThat(codes(InvoiceDesk.invoice("F-1", "1").build())).containsExactly("ORDER_NOT_SOLD order");
    }

    @Test
    void whatCannotBeWrittenAsTheCustomerWantsItIsRefusedBeforeItIsKept() {
        desk.unfit = List.of(new Problem("BR-CO-14", "peppol-bis-3, TaxTotal", "x; y"));

        assertThat(codes(InvoiceDesk.invoice("F-1", "1").build())).containsExactly("BR-CO-14 peppol-bis-3, TaxTotal");
        desk.unfit = List.of();
        assertThat(desk.take(InvoiceDesk.invoice("F-1", "1").build()).kind()).isEqualTo(Handled.Kind.PROCESSED);
    }

    @Test
    void whatWasNotOrderedMayBeChargedWithoutALine() {
        assertThat(desk.take(InvoiceDesk.invoice("F-1", "99")
                                .orderLine(null)
                                .article("FREIGHT")
                                .build())
                        .kind())
                .isEqualTo(Handled.Kind.PROCESSED);
    }

    @Test
    void oneInvoiceMayChargeSeveralOrders() {
        Invoice invoice = InvoiceDesk.invoice("F-1", "2").and("4712", "1").build();

        assertThat(desk.take(invoice).kind()).isEqualTo(Handled.Kind.PROCESSED);

        Invoice sent = desk.sent.get(0);
        assertThat(sent.order()).isNull();
        assertThat(sent.lines()).extracting(l -> l.order().value()).containsExactly("4711", "4712");
        assertThat(sent.lines().get(1).references()).contains(Reference.of(Reference.Kind.REQUISITION, "BA-7"));
    }

    private List<String> codes(Invoice invoice) {
        Handled handled = desk.take(invoice);
        assertThat(handled.kind()).isEqualTo(Handled.Kind.REJECTED);
        return handled.problems().stream()
                .map(p -> p.code() + " " + p.location())
                .toList();
    }
}
