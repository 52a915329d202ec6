package org.koppel.shared;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts that stand beside a class, {@code <name>_<language>.properties} in UTF-8, with English as the base. */
public final class Bundles {
    /** The language of the machine is nobody's here. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Bundles() {}

    /**
     * @param beside the class in whose package, and by whose loader, they are found
     * @param locale a text that is missing in its language is English
     * @throws java.util.MissingResourceException when there is not even an English bundle of that name
     */
    public static ResourceBundle of(Class<?> beside, String name, Locale locale) {
        return ResourceBundle.getBundle(
                beside.getPackageName() + "." + name, locale, beside.getClassLoader(), NO_FALLBACK);
    }
}
