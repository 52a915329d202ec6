package org.koppel.codec.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
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
    private static final String BUNDLE = "org/koppel/codec/notice/invitation";
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
        Locale locale = Locale.forLanguageTag(settings.languageOf(null));
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                InvitationHtmlWriter.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(invitation.until().atZone(ZoneOffset.UTC));
        String page = "<!DOCTYPE html>\n<html lang=\"" + escaped(locale.toLanguageTag())
                + "\"><head><meta charset=\"UTF-8\"><title>"
                + escaped(texts.getString("subject"))
                + "</title></head>\n<body style=\"font-family:Arial,sans-serif;font-size:14px;color:#16202a\">\n"
                + paragraph(escaped(text(texts, "greeting", invitation.fullName())))
                + paragraph(escaped(text(texts, "text", invitation.customer())))
                + paragraph(link(settings))
                + paragraph(escaped(text(texts, "until", until)))
                + paragraph(escaped(texts.getString("unexpected")))
                + "</body></html>\n";
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String link(FormatSettings settings) {
        String link = escaped(settings.option(Invitation.LINK, ""));
        return link.isEmpty() ? HIDDEN : "<a href=\"" + link + "\">" + link + "</a>";
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>\n";
    }

    private static String text(ResourceBundle texts, String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
