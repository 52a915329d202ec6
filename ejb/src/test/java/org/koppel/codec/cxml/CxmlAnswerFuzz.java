package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** What a partner's server says to a cXML request: an answer with a verdict, or none; never an exception. */
class CxmlAnswerFuzz {
    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "<cXML payloadID='1'><Response><Status code='200' text='OK'/></Response></cXML>",
                "<cXML payloadID='1'><Response><Status code='503' text='Busy'>Later</Status></Response></cXML>");
    }

    @MethodSource("seeds")
    @FuzzTest
    void answers(byte[] body) {
        new CxmlAnswerReader().read(body).ifPresent(answer -> {
            assertThat(answer.verdict()).isNotNull();
            assertThat(answer.code()).startsWith("CXML_");
            assertThat(answer.text()).isNotNull();
        });
    }
}
