package org.koppel.codec.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invitation;
import org.koppel.shared.DocumentNumber;

class InvitationHtmlWriterTest {
    private static final String LINK = "https://shop.example/portal/invitation/a1b2&c";
    private final InvitationHtmlWriter writer = new InvitationHtmlWriter();

    @ParameterizedTest
    @CsvSource({"nl, Beste", "fr, Bonjour", "de, Guten Tag", "en, Dear"})
    void thePersonGetsTheLinkInTheCustomersLanguage(String language, String greeting) throws IOException {
        assertThat(page(language, LINK))
                .contains("lang=\"" + language + "\"", greeting + " Lies &lt;b&gt;Baert&lt;/b&gt;", "Bouwgroep")
                .contains("<a href=\"" + LINK.replace("&", "&amp;") + "\">", "2026")
                .doesNotContain("<b>", "{0}");
    }

    @Test
    void whatIsShownWithoutTheChannelHasNoLink() throws IOException {
        assertThat(page("en", "")).contains("****").doesNotContain("href");
    }

    @Test
    void whatIsKeptHasNoLinkAndIsSentAgainWithTheOneThatHoldsThen() throws IOException {
        byte[] kept = writer.masked(page("en", LINK).getBytes(StandardCharsets.UTF_8));
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo(page("en", ""));

        String next = LINK.replace("a1b2", "d3e4");
        assertThat(new String(writer.unmasked(kept, settings("en", next)), StandardCharsets.UTF_8))
                .isEqualTo(page("en", next));
    }

    private String page(String language, String link) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(
                new Invitation(
                        new DocumentNumber("invitation-lies"),
                        "Lies <b>Baert</b>",
                        "Bouwgroep",
                        Instant.parse("2026-01-08T08:00:00Z")),
                settings(language, link),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FormatSettings settings(String language, String link) {
        return new FormatSettings(language, Map.of(Invitation.LINK, link));
    }
}
