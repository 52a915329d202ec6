package org.koppel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnreadableFormTest {

    @Test
    void aFailureInAParserOfFormsIsTheSendersWhateverItsType() {
        assertThat(UnreadableForm.isCauseOf(
                        from(new StringIndexOutOfBoundsException(30), "java.lang.String", "io.undertow.util.Headers")))
                .isTrue();
        assertThat(UnreadableForm.isCauseOf(new IllegalStateException(
                        from(new IOException("broken"), "io.undertow.server.handlers.form.MultiPartParserDefinition"))))
                .isTrue();
        assertThat(UnreadableForm.isCauseOf(from(
                        new RuntimeException("no name"),
                        "org.jboss.resteasy.plugins.providers.multipart.MultipartFormDataInputImpl")))
                .isTrue();
    }

    @Test
    void aFailureOfOursIsNot() {
        assertThat(UnreadableForm.isCauseOf(new StringIndexOutOfBoundsException(1)))
                .isFalse();
        assertThat(UnreadableForm.isCauseOf(from(
                        new IllegalStateException("ours"),
                        "org.koppel.web.shop.CartResource",
                        "io.undertow.util.Headers")))
                .isFalse();
    }

    private static <T extends Throwable> T from(T failure, String... classes) {
        StackTraceElement[] places = new StackTraceElement[classes.length];
        for (int i = 0; i < classes.length; i++) {
            places[i] = new StackTraceElement(classes[i], "parse", null, 1);
        }
        failure.setStackTrace(places);
        return failure;
    }
}
