package org.koppel.inbound;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koppel.codec.Problem;
import org.koppel.shared.Bundles;

/**
 * Why something is refused, in its sender's language. Readers name the value that is wrong in English; before that stands in one sentence
 * what kind of fault it is. What has no sentence is left as it is: whoever found it spoke the sender's language.
 */
final class RefusalTexts {
    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param language ISO 639-1; others than nl, fr and de are told in English */
    RefusalTexts(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = Bundles.of(RefusalTexts.class, "refusals", locale);
    }

    String of(Problem problem) {
        return bundle.containsKey(problem.code())
                ? new MessageFormat(bundle.getString(problem.code()), locale).format(new Object[] {problem.message()})
                : problem.message();
    }
}
