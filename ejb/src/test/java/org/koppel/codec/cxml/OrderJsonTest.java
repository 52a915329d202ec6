package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.DocumentException;
import org.koppel.document.Order;
import org.koppel.platform.Json;

/** Documents are kept as JSON: what comes back is what went in, to the last zero and the offset of the date. */
class OrderJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"order-minimal", "order-full"})
    void anOrderComesBackFromJsonAsItWas(String name) throws DocumentException {
        Order order = Golden.order(Golden.bytes(name));

        assertThat(Json.read(Json.write(order), Order.class)).isEqualTo(order);
    }
}
