package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.koppel.codec.FormatId;
import org.koppel.transport.Part;

class FileNamesTest {
    private static final UUID DELIVERY = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000000");

    @Test
    void ofTwoFormatsWithOneExtensionEachHasItsName() {
        assertThat(names(FileNames.own(DELIVERY, files("OR-1.xml", "OR-1.xml"))))
                .containsExactly("OR-1-1a2b3c4d.xml", "OR-1-1a2b3c4d-2.xml");
    }

    @Test
    void noTwoFilesOfALetterHaveTheSameName() {
        assertThat(names(FileNames.distinct(files("OR-1.xml", "or-1.XML", "OR-1-2.xml", "plan", "plan"))))
                .containsExactly("OR-1.xml", "or-1-2.XML", "OR-1-2-2.xml", "plan", "plan-2");
    }

    private static List<Written> files(String... names) {
        return Stream.of(names)
                .map(n -> new Written(new FormatId("own"), new Part("text/plain", n, new byte[0])))
                .toList();
    }

    private static List<String> names(List<Written> files) {
        return files.stream().map(f -> f.part().fileName()).toList();
    }
}
