package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeDocuments;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderResponses;

/** What is kept of a request does not tell its secret, and it can be sent again all the same. */
class SecretMaskTest {
    private static final String[] OPTIONS = {
        "cxml.from", "DUNS:supplier", "cxml.to", "DUNS:buyer", "cxml.secret", "a<b>&c"
    };
    private static final FormatSettings SETTINGS = new FormatSettings("en", Map.of("cxml.secret", "a<b>&c"));

    @Test
    void aConfirmationIsKeptWithoutItsSecret() throws Exception {
        CxmlOrderResponseWriter writer = new CxmlOrderResponseWriter();
        byte[] sent =
                BackOfficeDocuments.written(writer, OrderResponses.aResponse().build(), OPTIONS);
        assertThat(text(sent)).contains("<SharedSecret>a&lt;b&gt;&amp;c</SharedSecret>");

        byte[] kept = writer.masked(sent);

        assertThat(text(kept)).contains("<SharedSecret>****</SharedSecret>").doesNotContain("a&lt;b");
        assertThat(writer.unmasked(kept, SETTINGS)).isEqualTo(sent);
    }

    @Test
    void soIsAShipNotice() throws Exception {
        CxmlDespatchAdviceWriter writer = new CxmlDespatchAdviceWriter();
        byte[] sent = BackOfficeDocuments.written(writer, DespatchAdvices.anAdvice(), OPTIONS);

        assertThat(text(writer.masked(sent))).contains("****").doesNotContain("a&lt;b");
        assertThat(writer.unmasked(writer.masked(sent), SETTINGS)).isEqualTo(sent);
    }

    @Test
    void whatHasNoSecretStaysAsItIs() {
        byte[] content = "<cXML><Header/><Request>&lt;SharedSecret></Request></cXML>".getBytes(StandardCharsets.UTF_8);

        assertThat(new CxmlOrderResponseWriter().masked(content)).isEqualTo(content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
