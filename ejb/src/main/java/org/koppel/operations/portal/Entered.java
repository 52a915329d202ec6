package org.koppel.operations.portal;

import java.util.regex.Pattern;

/** Checks what people type into a form. */
final class Entered {
    private static final Pattern PLAIN = Pattern.compile("\\P{Cntrl}*");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private Entered() {}

    /** One line that must be there. @throws PortalRefusedException when it is empty, too long or holds control characters */
    static String text(String field, String value, int longest) {
        String plain = optional(field, value, longest);
        if (plain == null) {
            throw new PortalRefusedException(field, "MISSING");
        }
        return plain;
    }

    /** @return null when it is empty */
    static String optional(String field, String value, int longest) {
        String plain = value == null ? "" : value.strip();
        if (plain.isEmpty()) {
            return null;
        }
        if (plain.length() > longest) {
            throw new PortalRefusedException(field, "TOO_LONG");
        }
        if (!PLAIN.matcher(plain).matches()) {
            throw new PortalRefusedException(field, "CHARACTERS");
        }
        return plain;
    }

    /** A text that a pattern describes. @return null when it is empty */
    static String matching(String field, String value, Pattern pattern, String reason) {
        String plain = optional(field, value, 200);
        if (plain != null && !pattern.matcher(plain).matches()) {
            throw new PortalRefusedException(field, reason);
        }
        return plain;
    }

    /** One mail address. @return null when it is empty */
    static String mail(String field, String value) {
        return matching(field, value, MAIL, "MAIL");
    }
}
