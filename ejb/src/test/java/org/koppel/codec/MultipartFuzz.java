package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** A message of several parts: refused with problems, or a document and files no larger than what came. */
class MultipartFuzz {
    static Stream<byte[]> seeds() {
        return Stream.of(
                BackOfficeDocuments.golden("cxml/broken-change-unreadable-file.mime"),
                BackOfficeDocuments.golden("cxml/broken-envelope-unreadable-file.mime"),
                BackOfficeDocuments.golden("cxml/order-minimal.xml"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void messages(byte[] message) throws IOException {
        try {
            Multipart parts = Multipart.read(new ByteArrayInputStream(message));
            assertThat(parts.document().readAllBytes()).hasSizeLessThanOrEqualTo(message.length);
            parts.file("cid:1@buyer.example", null)
                    .ifPresent(f -> assertThat(f.content()).hasSizeLessThanOrEqualTo(message.length));
        } catch (DocumentException e) {
            Fuzzed.checkRefusal(e);
        }
    }
}
