package org.koppel.codec.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

class OwnOrderReaderTest {
    private static final OrderLine LINE = new OrderLine(
            "1",
            new Item("100001", null, null, null, null, "Socket", List.of()),
            Quantity.of("2", "H87"),
            null,
            null,
            "ring twice",
            null,
            List.of());

    @Test
    void whatTheShopWroteIsReadAsItWas() throws Exception {
        Order order = order(LINE);
        assertThat(read(Json.write(order))).containsExactly(order);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|MALFORMED_JSON",
                "null|MALFORMED_JSON",
                "[]|MALFORMED_JSON",
                "{\"lines\":null}|MISSING_FIELD",
                "{\"number\":\"1\",\"lines\":[]}|MISSING_FIELD",
                "{\"number\":\" \",\"lines\":[]}|BAD_VALUE"
            })
    void whatIsNoOrderIsRefusedWithItsProblem(String json, String code) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).contains(code));
    }

    @Test
    void twoLinesOfOneNumberAreRefused() {
        assertThatThrownBy(() -> read(Json.write(order(LINE, LINE))))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("number of its own");
    }

    private static Order order(OrderLine... lines) {
        return new Order(
                new DocumentNumber("0123456789AB"),
                null,
                OffsetDateTime.parse("2026-01-05T08:00:00Z"),
                "EUR",
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(lines));
    }

    private static List<Order> read(String json) throws Exception {
        List<Order> orders = new ArrayList<>();
        new OwnOrderReader()
                .read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        orders::add);
        return orders;
    }
}
