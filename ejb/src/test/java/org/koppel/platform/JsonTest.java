package org.koppel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    /** A value object that checks itself and tidies up. */
    record Colour(String value) {
        Colour {
            if (value.isBlank()) {
                throw new IllegalArgumentException("No colour");
            }
            value = value.strip();
        }
    }

    record Flag(Colour left, List<Colour> others, String value) {}

    /** One component, but not of the shape of a value object. */
    record Wrapper(String text) {}

    @Test
    void aValueObjectIsWrittenAsItsText() {
        assertThat(Json.write(new Flag(new Colour("red"), List.of(new Colour("blue")), "x")))
                .isEqualTo("{\"left\":\"red\",\"others\":[\"blue\"],\"value\":\"x\"}");
        assertThat(Json.write(new Wrapper("x"))).isEqualTo("{\"text\":\"x\"}");
    }

    @Test
    void itIsReadFromItsTextByItsOwnRules() {
        assertThat(Json.read("{\"left\":\" red \",\"others\":[\"blue\"]}", Flag.class))
                .isEqualTo(new Flag(new Colour("red"), List.of(new Colour("blue")), null));
        assertThatThrownBy(() -> Json.read("{\"left\":\" \"}", Flag.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No colour");
    }

    @Test
    void rowsThatWereWrittenBeforeAreStillRead() {
        assertThat(Json.read(
                        "{\"left\":{\"value\":\"red\"},\"others\":[{\"more\":{\"a\":[1]},\"value\":\"blue\"}],\"value\":\"x\"}",
                        Flag.class))
                .isEqualTo(new Flag(new Colour("red"), List.of(new Colour("blue")), "x"));
    }

    @Test
    void nothingStaysNothingAndAnythingElseIsRefused() {
        assertThat(Json.read("{\"left\":null}", Flag.class).left()).isNull();
        assertThatThrownBy(() -> Json.read("{\"left\":{}}", Flag.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.read("{\"left\":[1]}", Flag.class)).isInstanceOf(IllegalArgumentException.class);
    }
}
