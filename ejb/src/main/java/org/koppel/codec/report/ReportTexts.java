package org.koppel.codec.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import org.koppel.shared.Bundles;

/**
 * The words of a report in one language, {@code report_<language>.properties} beside this class. Languages that are not there
 * get English. The region, which decides how numbers and dates look, is the reader's country where the language is spoken
 * there ({@code nl-NL}), else the usual one of the language ({@code nl-BE}).
 */
final class ReportTexts {
    private static final Map<String, Locale> USUAL = Map.of(
            "nl",
            Locale.forLanguageTag("nl-BE"),
            "fr",
            Locale.forLanguageTag("fr-BE"),
            "de",
            Locale.GERMANY,
            "en",
            Locale.UK);
    private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

    private final ResourceBundle bundle;
    private final Locale locale;

    private ReportTexts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * @param language ISO 639-1; may be null
     * @param country the reader's, ISO 3166-1 alpha-2; may be null
     */
    static ReportTexts of(String language, String country) {
        Locale usual = USUAL.getOrDefault(language == null ? "en" : language.toLowerCase(Locale.ROOT), Locale.UK);
        Locale local = country == null ? usual : Locale.forLanguageTag(usual.getLanguage() + "-" + country);
        Locale locale = KNOWN.contains(local) ? local : usual;
        return new ReportTexts(Bundles.of(ReportTexts.class, "report", locale), locale);
    }

    /** The text with {@code {0}}, {@code {1}} … filled in. */
    String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The text, or null when there is none of that name. */
    String find(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** The text of the more special key, or of the general one when there is no such thing. */
    String special(String key, Enum<?> variant) {
        String text = find(key + "." + variant.name());
        return text == null ? get(key) : text;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    Locale locale() {
        return locale;
    }
}
