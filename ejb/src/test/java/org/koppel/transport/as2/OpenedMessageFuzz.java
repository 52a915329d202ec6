package org.koppel.transport.as2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** The part that a partner signed: a type of one line, and content that can be read, or not with a reason. */
class OpenedMessageFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "Content-Type: application/EDIFACT\r\nContent-Transfer-Encoding: base64\r\n\r\nVU5CKw==",
                "Content-Type: text/xml;\r\n charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<a=3D/>",
                "\t\r\tz");
    }

    @MethodSource("seeds")
    @FuzzTest
    void parts(byte[] bytes) {
        MimeBodyPart part;
        try {
            part = Library.call(() -> new MimeBodyPart(new ByteArrayInputStream(bytes)));
        } catch (LibraryException none) {
            assertThat(none).isNotNull();
            return;
        }
        OpenedMessage message = new OpenedMessage(null, part, part, null, null);
        assertThat(message.contentType()).doesNotContain("\r", "\n");
        try {
            message.content().readAllBytes();
        } catch (IOException unreadable) {
            assertThat(unreadable).isNotNull();
        }
    }
}
