package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.edifact.EdifactJoiner;
import org.koppel.transport.Part;

class JoinersTest {
    private static final FormatId EDIFACT = new FormatId("edifact-d96a");
    private final Joiners joiners = new Joiners();

    JoinersTest() {
        joiners.joiners = only(new EdifactJoiner());
    }

    @Test
    void everyInterchangeKeepsTheControlReferenceThatStandsInIt() throws Exception {
        List<Part> joined = joiners.join(
                EDIFACT,
                List.of(part("1", ""), part("2", "++++++1"), part("3", ""), part("4", "++++++1")),
                FormatSettings.DEFAULT);

        assertThat(joined)
                .extracting(Part::fileName, Part::control)
                .containsExactly(tuple("OR-1-and-3-more-1.edi", "1"), tuple("OR-1-and-3-more-2.edi", "2"));
        assertThat(text(joined.get(0))).contains("+1'UNH+1+", "UNZ+2+1'");
        assertThat(text(joined.get(1))).contains("+2++++++1'UNH+1+", "UNZ+2+2'");
    }

    private static Part part(String control, String test) {
        String text = "UNA:+.? 'UNB+UNOC:3+A+B+260105:0800+" + control + test + "'UNH+1+ORDRSP'BGM+231'UNT+3+1'UNZ+1+"
                + control + "'";
        return new Part(
                "application/EDIFACT", "OR-" + control + ".edi", text.getBytes(StandardCharsets.ISO_8859_1), control);
    }

    private static String text(Part part) {
        return new String(part.content(), StandardCharsets.ISO_8859_1);
    }

    @SuppressWarnings("unchecked")
    private static Instance<FileJoiner> only(FileJoiner joiner) {
        return (Instance<FileJoiner>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(joiner));
    }
}
