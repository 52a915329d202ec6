package org.koppel.web.view;

import org.koppel.punchout.oci.DialectRefusedException;

/** Why a dialect is refused, in its reader's language, behind the place that is wrong. */
public final class DialectRefusal {
    private DialectRefusal() {}

    /** @param language ISO 639-1 */
    public static String text(DialectRefusedException refused, String language) {
        String problem = Texts.of("console", language)
                .get("dialect.problem." + refused.problem(), refused.arguments().toArray());
        return refused.place().isEmpty() ? problem : refused.place() + ": " + problem;
    }
}
