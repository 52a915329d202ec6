package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.document.Order;
import org.koppel.fuzz.Fuzzed;
import org.koppel.platform.Json;

/** A cXML OrderRequest: read into an order that survives being stored, or refused with problems. */
class CxmlOrderFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(Golden.bytes("order-minimal"), Golden.bytes("order-full"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) {
        try {
            Order order = Golden.order(message);
            assertThat(order.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(Cxml.MOST_LINES);
            assertThat(Json.read(Json.write(order), Order.class)).isEqualTo(order);
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
