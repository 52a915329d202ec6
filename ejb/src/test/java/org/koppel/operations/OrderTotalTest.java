package org.koppel.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

class OrderTotalTest {
    private static final OrderLine TEN = line("1", "100001", "10", "4.50");
    private static final OrderLine TWO = line("2", "100002", "2", "27.50");

    @ParameterizedTest
    @ValueSource(strings = {"100.00", "99.95", "100.50", "99.50", "106.00", "121.00", "127.00"})
    void aTotalWithOrWithoutVatFits(String total) {
        assertThat(OrderTotal.sumBeside(with(Money.of(total, "EUR"), TEN, TWO))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.00", "1000.00", "100000.00", "0.10", "99.00", "128.00"})
    void anyOtherTotalIsShownWithTheSumOfTheLines(String total) {
        assertThat(OrderTotal.sumBeside(with(Money.of(total, "EUR"), TEN, TWO))).contains(Money.of("100.00", "EUR"));
    }

    @Test
    void aThousandThatWasReadAsOneIsNoticed() {
        Order order = with(Money.of("4500.00", "EUR"), line("1", "100001", "1.000", "4.50"));

        assertThat(OrderTotal.sumBeside(order)).contains(Money.of("4.50", "EUR"));
    }

    @Test
    void withoutATotalOrAPriceOfEveryLineNothingIsSaid() {
        assertThat(OrderTotal.sumBeside(with(null, TEN))).isEmpty();
        assertThat(OrderTotal.sumBeside(
                        with(Money.of("1", "EUR"), TEN, line("2", "100002", Quantity.of("2", "H87"), null))))
                .isEmpty();
        assertThat(OrderTotal.sumBeside(with(Money.of("1", "USD"), TEN)))
                .as("of another currency")
                .isEmpty();
    }

    @Test
    void aTotalOfNothingIsNone() {
        assertThat(OrderTotal.sumBeside(with(Money.of("0.00", "EUR"), TEN))).isEmpty();
    }

    private static OrderLine line(String number, String article, String quantity, String price) {
        return line(number, article, Quantity.of(quantity, "H87"), Price.perUnit(Money.of(price, "EUR")));
    }

    private static OrderLine line(String number, String article, Quantity quantity, Price price) {
        return new OrderLine(
                number,
                new Item(article, null, null, null, null, null, List.of()),
                quantity,
                price,
                null,
                null,
                null,
                List.of());
    }

    private static Order with(Money total, OrderLine... lines) {
        return new Order(
                new DocumentNumber("4711"),
                null,
                OffsetDateTime.parse("2026-01-05T08:00:00+01:00"),
                "EUR",
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                total,
                List.of(),
                List.of(lines));
    }
}
