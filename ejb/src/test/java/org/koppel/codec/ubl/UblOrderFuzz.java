package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;
import org.koppel.fuzz.Fuzzed;
import org.koppel.platform.Json;

/** A UBL Order: read into an order that survives being stored, or refused with problems. */
class UblOrderFuzz {
    static Stream<byte[]> seeds() throws IOException {
        try (InputStream in = UblOrderFuzz.class.getResourceAsStream("/golden/ubl/order-full.xml")) {
            return Stream.of(in.readAllBytes());
        }
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        try {
            new UblEnvelopeReader().read(new ByteArrayInputStream(message));
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
        try {
            Order order = UblOrderReader.order(
                    new ByteArrayInputStream(message), FormatSettings.DEFAULT, file -> Optional.empty());
            assertThat(order.lines()).isNotEmpty();
            assertThat(Json.read(Json.write(order), Order.class)).isEqualTo(order);
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
