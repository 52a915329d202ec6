package org.koppel.codec.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.CartNotice;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.Units;

/** Writes the notice that a cart expires, or has expired, as a small HTML page in nl, fr, de or en. */
@ApplicationScoped
public class CartNoticeHtmlWriter implements DocumentWriter<CartNotice> {
    private static final FormatId FORMAT = new FormatId("html");
    private static final String BUNDLE = "org/koppel/codec/notice/notice";

    @Override
    public FormatId format() {
        return FORMAT;
    }

    @Override
    public Class<CartNotice> documentClass() {
        return CartNotice.class;
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
    public void write(CartNotice notice, FormatSettings settings, OutputStream out) throws IOException {
        Locale locale = Locale.forLanguageTag(settings.languageOf(null));
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                CartNoticeHtmlWriter.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        out.write(page(notice, texts, locale).getBytes(StandardCharsets.UTF_8));
    }

    private static String page(CartNotice notice, ResourceBundle texts, Locale locale) {
        String when = notice.expired() ? "expired" : "expires";
        String title = text(texts, when + ".title", notice.number());
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(locale.toLanguageTag()))
                .append("\"><head><meta charset=\"UTF-8\"><title>")
                .append(escaped(title))
                .append(
                        "</title></head>\n<body style=\"font-family:Arial,sans-serif;font-size:14px;color:#16202a\">\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        if (notice.buyer() != null) {
            paragraph(page, text(texts, "buyer", notice.buyer()));
        }
        paragraph(page, text(texts, when, date(notice.transferredAt(), locale), date(notice.until(), locale)));
        paragraph(page, text(texts, when + ".todo"));
        page.append("<ul>\n");
        notice.lines()
                .forEach(line -> page.append("<li>")
                        .append(escaped(quantity(line.quantity(), locale) + " × " + line.article()
                                + (line.description() == null ? "" : ", " + line.description())))
                        .append("</li>\n"));
        page.append("</ul>\n");
        paragraph(page, text(texts, "net", money(notice.net(), locale)));
        return page.append("</body></html>\n").toString();
    }

    private static void paragraph(StringBuilder page, String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String text(ResourceBundle texts, String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    private static String date(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(ZoneOffset.UTC));
    }

    private static String quantity(Quantity quantity, Locale locale) {
        return NumberFormat.getNumberInstance(locale).format(quantity.value()) + " " + Units.iso(quantity.unit());
    }

    private static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency()));
        return format.format(money.amount());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
