package org.koppel.operations;

import java.math.BigDecimal;
import java.util.Optional;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.shared.Money;

/**
 * Whether the total that a buyer gave is the sum of the lines. One that is not shows a quantity or price that was misread, by the buyer's
 * system or by ours, before the goods go out; it never refuses an order, because freight and discounts have no line.
 */
final class OrderTotal {
    private static final BigDecimal CENTS = new BigDecimal("0.05");
    private static final BigDecimal SHARE = new BigDecimal("0.005");

    /** The highest standard rate of VAT in the Union: no format says whether its total has VAT in it. */
    private static final BigDecimal WITH_TAX = new BigDecimal("1.27");

    private OrderTotal() {}

    /**
     * What the lines come to, where the order's total is less, or more than that with VAT; 0.5 % or 5 cents of the currency are rounding.
     * Empty also where there is no total (cXML must have one, and who knows none writes 0), or a line without a price in its currency.
     */
    static Optional<Money> sumBeside(Order order) {
        if (order.total() == null
                || order.total().amount().signum() == 0
                || order.lines().stream().anyMatch(l -> !isPriced(l, order.total()))) {
            return Optional.empty();
        }
        Money sum = order.lines().stream()
                .map(l -> l.price().of(l.quantity().value()))
                .reduce(Money.zero(order.total().currency()), Money::plus);
        BigDecimal total = order.total().amount();
        BigDecimal rounding = sum.amount().multiply(SHARE).max(CENTS);
        boolean fits = total.compareTo(sum.amount().subtract(rounding)) >= 0
                && total.compareTo(sum.amount().multiply(WITH_TAX).add(rounding)) <= 0;
        return fits ? Optional.empty() : Optional.of(sum.rounded());
    }

    private static boolean isPriced(OrderLine line, Money total) {
        return line.price() != null && line.price().amount().currency().equals(total.currency());
    }
}
