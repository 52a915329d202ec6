package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;

/** A dialect's file: refused with the place, or a dialect that is the same after it was written and read again. */
class DialectYamlFuzz {
    static Stream<byte[]> seeds() {
        return Stream.concat(
                Fuzzed.seeds(
                        "base: sap-srm\nfields:\n- name: NEW_ITEM-EXT\n  from: ARTICLE\n  length: 10\nunits: {H87: ST}\n",
                        "base: generic-oci\ntables: {a: {b: c}}\nfields: [null]\nnumbers: {decimals: 2, separator: ','}\n",
                        "base: &a x\ntitle: *a\n"),
                Profiles.names().stream().limit(3).flatMap(n -> Fuzzed.seeds(Profiles.file(n))));
    }

    @MethodSource("seeds")
    @FuzzTest
    void files(byte[] bytes) {
        try {
            Dialect read = DialectYaml.read(Fuzzed.text(bytes));
            assertThat(DialectYaml.read(DialectYaml.write(read))).isEqualTo(read);
            Dialect whole = Profiles.resolved(read);
            assertThat(DialectYaml.read(DialectYaml.write(whole))).isEqualTo(whole);
        } catch (DialectRefusedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
