package org.koppel.codec.report;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problems;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.TaxSubtotal;
import org.koppel.shared.Money;

/** What a response must have before it can be shown to people, and in one currency. */
final class PrintableResponse {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());

    private final OrderResponse response;
    private final Problems problems = new Problems();

    private PrintableResponse(OrderResponse response) {
        this.response = response;
    }

    /** @throws DocumentException with every field that is missing or does not fit */
    static void check(OrderResponse response) throws DocumentException {
        PrintableResponse check = new PrintableResponse(response);
        check.header();
        response.lines().forEach(check::line);
        for (TaxSubtotal subtotal : response.taxSubtotals()) {
            check.there("taxSubtotals/percent", subtotal.percent());
            check.money("taxSubtotals/taxable", subtotal.taxable());
            check.money("taxSubtotals/tax", subtotal.tax());
        }
        check.problems.throwIfAny();
    }

    private void header() {
        there("number", response.number());
        there("issuedAt", response.issuedAt());
        there("order", response.order());
        there("status", response.status());
        there("seller", response.seller());
        there("buyer", response.buyer());
        if (response.currency() == null || !CURRENCIES.contains(response.currency())) {
            problems.add(
                    "UNKNOWN_CURRENCY", "currency", response.currency() + " is no ISO 4217 code; give one such as EUR");
        }
        total("net", response.net());
        total("tax", response.tax());
        total("gross", response.gross());
    }

    private void line(OrderResponseLine line) {
        String at = "line " + line.number() + ", ";
        there(at + "number", line.number());
        there(at + "status", line.status());
        there(at + "item", line.item());
        there(at + "ordered", line.ordered());
        there(at + "confirmed", line.confirmed());
        money(at + "amount", line.amount());
        price(at + "price", line.price());
        price(at + "orderedPrice", line.orderedPrice());
    }

    private void price(String field, Price price) {
        money(field, price == null ? null : price.amount());
    }

    private void total(String field, Money money) {
        there(field, money);
        money(field, money);
    }

    private void there(String field, Object value) {
        if (value == null) {
            problems.add("MISSING_FIELD", field, "A confirmation must show it; fill it in");
        }
    }

    private void money(String field, Money money) {
        if (money != null && !money.currency().equals(response.currency())) {
            problems.add(
                    "CURRENCY_DIFFERS",
                    field,
                    money.currency() + " in a response in " + response.currency()
                            + "; give every amount in one currency");
        }
    }
}
