package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;
import org.koppel.transport.Letter;
import org.koppel.transport.WaitingFile;

/** A mail of a stranger: one that cannot be read, or a subject of one line and files whose names are names. */
class LetterOpenerFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "From: a@buyer.example\r\nSubject: =?UTF-8?Q?Best=C3=A9lling?=\r\n\r\nTen lamps, please",
                "From: a@buyer.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                        + "Content-Type: text/html; charset=latin1\r\n\r\n<p>Ten</p>\r\n--x\r\nContent-Type: text/csv\r\n"
                        + "Content-Disposition: attachment; filename=\"../order.csv\"\r\nContent-Transfer-Encoding: base64\r\n"
                        + "\r\nYTtiCg==\r\n--x--\r\n",
                "From: a@buyer.example\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@buyer.example\r\n\r\ninner",
                "\t\r\tz",
                "From: a@buyer.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\t\r\tz\r\n\r\nhello\r\n--x--\r\n");
    }

    @MethodSource("seeds")
    @FuzzTest
    void mails(byte[] mail) {
        check(mail);
        byte[] from = "From: a@buyer.example\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] welcome = Arrays.copyOf(from, from.length + mail.length);
        System.arraycopy(mail, 0, welcome, from.length, mail.length);
        check(welcome);
    }

    private static void check(byte[] mail) {
        Letter letter;
        try {
            letter = LetterOpener.open(new ByteArrayInputStream(mail), List.of("@buyer.example"));
        } catch (IOException unreadable) {
            assertThat(unreadable.getMessage()).isNotBlank();
            return;
        }
        assertThat(letter.subject()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(letter.id()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(letter.enclosures()).hasSizeLessThanOrEqualTo(letter.welcome() ? 200 : 0);
        assertThat(letter.enclosures()).allMatch(e -> WaitingFile.isName(e.name()));
    }
}
