package org.koppel.order;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.koppel.document.Reason;
import org.koppel.shared.Bundles;

/** Why we say what we say to a line, in the buyer's language. */
final class ReasonTexts {
    private final Locale locale;
    private final ResourceBundle bundle;

    ReasonTexts(String language) {
        locale = Locale.forLanguageTag(language);
        bundle = Bundles.of(ReasonTexts.class, "reasons", locale);
    }

    /** Numbers among the arguments are written as the buyer's language writes them. */
    Reason reason(String code, Object... arguments) {
        Object[] written = Arrays.stream(arguments).map(this::written).toArray();
        return new Reason(code, new MessageFormat(bundle.getString(code), locale).format(written));
    }

    /** Prices have up to six decimals; MessageFormat by itself would round to three. */
    private Object written(Object argument) {
        if (!(argument instanceof BigDecimal number)) {
            return argument;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }
}
