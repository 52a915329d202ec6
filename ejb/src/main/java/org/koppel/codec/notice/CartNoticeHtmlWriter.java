package org.koppel.codec.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.CartNotice;
import org.koppel.shared.Money;

/** Writes the notice that a cart expires, or has expired, as a small HTML page in nl, fr, de or en. */
@ApplicationScoped
public class CartNoticeHtmlWriter implements DocumentWriter<CartNotice> {
    private static final FormatId FORMAT = new FormatId("html");

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
        String when = notice.expired() ? "expired" : "expires";
        NoticePage page = new NoticePage("notice", settings.languageOf(null));
        String title = page.text(when + ".title", notice.number());
        page.title(title).element("h1", NoticePage.escaped(title));
        if (notice.buyer() != null) {
            page.paragraph(page.text("buyer", notice.buyer()));
        }
        page.paragraph(page.text(when, page.date(notice.transferredAt()), page.date(notice.until())))
                .paragraph(page.text(when + ".todo"))
                .element("ul", "\n" + lines(notice, page))
                .paragraph(page.text("net", money(notice.net(), page.locale())));
        out.write(page.bytes());
    }

    private static String lines(CartNotice notice, NoticePage page) {
        return notice.lines().stream()
                .map(line -> page.quantity(line.quantity()) + " × " + line.article()
                        + (line.description() == null ? "" : ", " + line.description()))
                .map(line -> "<li>" + NoticePage.escaped(line) + "</li>\n")
                .collect(Collectors.joining());
    }

    private static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency()));
        return format.format(money.amount());
    }
}
