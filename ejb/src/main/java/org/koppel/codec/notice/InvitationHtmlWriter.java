package org.koppel.codec.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Invitation;

/**
 * Writes an invitation as a small HTML page in nl, fr, de or en. The link comes from the settings of its channel: whoever has it chooses the
 * password, so the page that is kept or shown has none.
 */
@ApplicationScoped
public class InvitationHtmlWriter implements DocumentWriter<Invitation> {
    private static final FormatId FORMAT = new FormatId("html");
    private static final String HIDDEN = "<a>****</a>";
    private static final Pattern SHOWN = Pattern.compile("<a href=\"[^\"]*\">[^<]*</a>");

    @Override
    public FormatId format() {
        return FORMAT;
    }

    @Override
    public Class<Invitation> documentClass() {
        return Invitation.class;
    }

    @Override
    public String mediaType() {
        return "text/html; charset=UTF-8";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    @Override
    public Set<String> secretOptions() {
        return Set.of(Invitation.LINK);
    }

    @Override
    public byte[] masked(byte[] content) {
        return SHOWN.matcher(text(content)).replaceAll(HIDDEN).getBytes(StandardCharsets.UTF_8);
    }

    /** With the link that holds now. */
    @Override
    public byte[] unmasked(byte[] content, FormatSettings settings) {
        return text(content).replace(HIDDEN, link(settings)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(Invitation invitation, FormatSettings settings, OutputStream out) throws IOException {
        NoticePage page = new NoticePage("invitation", settings.languageOf(null));
        page.title(page.text("subject"))
                .paragraph(page.text("greeting", invitation.fullName()))
                .paragraph(page.text("text", invitation.customer()))
                .element("p", link(settings))
                .paragraph(page.text("until", page.date(invitation.until())))
                .paragraph(page.text("unexpected"));
        out.write(page.bytes());
    }

    private static String link(FormatSettings settings) {
        String link = NoticePage.escaped(settings.option(Invitation.LINK, ""));
        return link.isEmpty() ? HIDDEN : "<a href=\"" + link + "\">" + link + "</a>";
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
