package org.koppel.web.view;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of one area in one language, and numbers and dates as its readers write them. Bundles are
 * {@code org/koppel/web/<area>_<language>.properties} in UTF-8, with English as the base. Made once for each area and language: a page has
 * hundreds of words and numbers, and finding the format of a number costs more than writing it.
 */
public final class Texts {
    public static final List<String> LANGUAGES = List.of("nl", "fr", "de", "en");
    private static final Map<List<String>, Texts> KNOWN = new ConcurrentHashMap<>();
    private final ResourceBundle bundle;
    private final Locale locale;
    /** Formats keep what they are doing in themselves: these are copied for each use. */
    private final NumberFormat amounts;

    private final NumberFormat numbers;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
        this.numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(6);
        this.amounts = (NumberFormat) numbers.clone();
        amounts.setMinimumFractionDigits(2);
    }

    /**
     * @param area {@code shop} or {@code console}
     * @param language ISO 639-1; English stands in for languages that are not there
     */
    public static Texts of(String area, String language) {
        String known = language != null && LANGUAGES.contains(language.toLowerCase(Locale.ROOT)) ? language : "en";
        return KNOWN.computeIfAbsent(List.of(area, known.toLowerCase(Locale.ROOT)), key -> read(area, key.get(1)));
    }

    private static Texts read(String area, String language) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(
                ResourceBundle.getBundle("org/koppel/web/" + area, locale, Texts.class.getClassLoader(), noFallback),
                locale);
    }

    /** The text with its arguments filled in; a missing key shows itself, so that it is found. */
    public String get(String key, Object... arguments) {
        if (!has(key)) {
            return "[" + key + "]";
        }
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String language() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** An amount with at least two and at most six decimals. */
    public String money(BigDecimal amount, String currency) {
        return ((NumberFormat) amounts.clone()).format(amount) + "\u00a0" + currency;
    }

    public String number(BigDecimal value) {
        return ((NumberFormat) numbers.clone()).format(value);
    }

    public String date(LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date);
    }

    /** A point in time in the server's zone, to the second. */
    public String time(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(ZoneId.systemDefault())
                        .format(instant);
    }
}
