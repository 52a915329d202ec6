package org.koppel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Invoices;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class InvoiceSumsTest {

    @Test
    void linesLeviesFreightAndEveryRateAreReckoned() {
        Invoice invoice = Invoices.anInvoice();

        assertThat(invoice.lines())
                .extracting(InvoiceLine::amount)
                .containsExactly(eur("162.25"), eur("159.72"), eur("39.95"));
        assertThat(invoice.taxes())
                .containsExactly(
                        new InvoiceTax("S", new BigDecimal("21"), eur("334.47"), eur("70.24"), null, null),
                        new InvoiceTax("S", new BigDecimal("6"), eur("39.95"), eur("2.40"), null, null));
        assertThat(invoice.totals())
                .isEqualTo(new InvoiceTotals(
                        eur("361.92"),
                        null,
                        eur("12.50"),
                        eur("374.42"),
                        eur("72.64"),
                        eur("447.06"),
                        null,
                        null,
                        eur("447.06")));
    }

    @Test
    void vatIsRoundedOnceForEachRateAndNotForEachLine() {
        List<InvoiceLine> cents = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> line(Integer.toString(i), "0.02", "21", null))
                .toList();

        Invoice invoice = InvoiceSums.reckoned(without(Invoices.of(cents)));

        assertThat(invoice.totals().net()).isEqualTo(eur("0.20"));
        assertThat(invoice.totals().tax()).as("0.0042 a line would be nothing").isEqualTo(eur("0.04"));
    }

    @Test
    void reverseChargeSaysWhyThereIsNoVat() {
        Invoice invoice = InvoiceSums.reckoned(without(Invoices.of(List.of(line("1", "10.00", "0", "AE")))));

        assertThat(invoice.taxes())
                .containsExactly(new InvoiceTax(
                        "AE", new BigDecimal("0"), eur("10.00"), eur("0.00"), "VATEX-EU-AE", "Reverse charge"));
    }

    private static Invoice without(Invoice invoice) {
        return new Invoice(
                invoice.number(),
                invoice.kind(),
                invoice.customer(),
                invoice.issuedOn(),
                invoice.dueOn(),
                null,
                invoice.currency(),
                invoice.language(),
                false,
                null,
                null,
                invoice.order(),
                null,
                null,
                null,
                null,
                List.of(),
                invoice.seller(),
                invoice.buyer(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                invoice.lines(),
                List.of(),
                null);
    }

    private static InvoiceLine line(String number, String price, String percent, String category) {
        return new InvoiceLine(
                number,
                null,
                null,
                null,
                new Item("1", null, null, null, null, "x", List.of()),
                Quantity.of("1", "H87"),
                Price.perUnit(Money.of(price, "EUR")),
                List.of(),
                null,
                category,
                new BigDecimal(percent),
                null,
                null,
                List.of());
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
