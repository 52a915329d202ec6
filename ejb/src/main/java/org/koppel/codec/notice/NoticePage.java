package org.koppel.codec.notice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koppel.shared.Bundles;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** A small HTML page of a few paragraphs that a mail can carry, with texts of a bundle in nl, fr, de or en. */
final class NoticePage {
    private final Locale locale;
    private final ResourceBundle texts;
    private final StringBuilder html = new StringBuilder();

    /**
     * Begins a page.
     *
     * @param bundle its texts, a name in this package
     * @param language ISO 639-1; a text that is missing in it is English
     */
    NoticePage(String bundle, String language) {
        locale = Locale.forLanguageTag(language);
        texts = Bundles.of(NoticePage.class, bundle, locale);
    }

    Locale locale() {
        return locale;
    }

    /** The title of the window, which mail programs show where the page is kept as a file. */
    NoticePage title(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(locale.toLanguageTag()))
                .append("\"><head><meta charset=\"UTF-8\"><title>")
                .append(escaped(title))
                .append(
                        "</title></head>\n<body style=\"font-family:Arial,sans-serif;font-size:14px;color:#16202a\">\n");
        return this;
    }

    NoticePage paragraph(String text) {
        return element("p", escaped(text));
    }

    /** @param content HTML */
    NoticePage element(String name, String content) {
        html.append('<').append(name).append('>').append(content);
        html.append("</").append(name).append(">\n");
        return this;
    }

    /** The whole page in UTF-8. */
    byte[] bytes() {
        return (html + "</body></html>\n").getBytes(StandardCharsets.UTF_8);
    }

    String text(String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    /** A number and the name of the unit, as the shop writes them; a unit without a name by its ISO code. */
    String quantity(Quantity quantity) {
        String iso = Units.iso(quantity.unit());
        String one = "unit." + iso;
        String many = one + ".many";
        boolean several = quantity.value().compareTo(BigDecimal.ONE) != 0 && texts.containsKey(many);
        String unit = several ? texts.getString(many) : texts.containsKey(one) ? texts.getString(one) : iso;
        return NumberFormat.getNumberInstance(locale).format(quantity.value()) + "\u00a0" + unit;
    }

    /** A day in words, as it is in UTC. */
    String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(ZoneOffset.UTC));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
