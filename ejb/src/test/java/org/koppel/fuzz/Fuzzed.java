package org.koppel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;
import org.koppel.punchout.FormField;

/** Bytes of the fuzzer as what a target takes, and what must hold for every refusal. */
public final class Fuzzed {
    private static final int MOST_PROBLEMS = 1_100;
    private static final int LONGEST_MESSAGE = 20_000;

    private Fuzzed() {}

    /** As a decoder of requests makes it: what is no UTF-8 becomes U+FFFD, a NUL never comes through. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Fields between {@code &}, name and value between {@code =}, as they are after decoding. */
    public static List<FormField> fields(byte[] bytes) {
        List<FormField> fields = new ArrayList<>();
        for (String pair : text(bytes).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isBlank()) {
                fields.add(new FormField(name, equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    public static Stream<byte[]> seeds(String... texts) {
        return Stream.of(texts).map(t -> t.getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal names at least one problem, each with a code, a place and what to do, of bounded size. */
    public static void checkRefusal(DocumentException refused) {
        assertThat(refused.problems()).isNotEmpty().hasSizeLessThan(MOST_PROBLEMS);
        for (Problem problem : refused.problems()) {
            assertThat(problem.code()).matches("[A-Z][A-Z_]{2,40}");
            assertThat(problem.location()).isNotBlank().hasSizeLessThan(LONGEST_MESSAGE);
            assertThat(problem.message()).isNotBlank().hasSizeLessThan(LONGEST_MESSAGE);
        }
    }

    /** Whether every surrogate has its other half: a half one is stored as a question mark. */
    public static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
