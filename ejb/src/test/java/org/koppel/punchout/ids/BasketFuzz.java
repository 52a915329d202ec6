package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.codec.DocumentException;
import org.koppel.fuzz.Fuzzed;

/** The basket of a craftsman's software: read with bounded texts and plain numbers, or refused with problems. */
class BasketFuzz {
    static Stream<byte[]> seeds() throws IOException {
        try (InputStream in = BasketFuzz.class.getResourceAsStream("/golden/ids/basket-full.xml")) {
            return Stream.of(
                    in.readAllBytes(),
                    ("<Warenkorb><Order><OrderItem><ArtNo>1</ArtNo><Qty>2.50</Qty></OrderItem></Order></Warenkorb>")
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    @MethodSource("seeds")
    @FuzzTest
    void baskets(byte[] field) {
        try {
            Basket basket = BasketReader.read(Fuzzed.text(field));
            assertThat(basket.positions())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(1_000)
                    .allSatisfy(p -> {
                        assertThat(p.quantity()).isNotNull();
                        assertThat(p.article() != null || p.gtin() != null).isTrue();
                        assertThat(String.valueOf(p.article())).hasSizeLessThanOrEqualTo(101);
                    });
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
