package org.koppel.web.portal;

import org.koppel.operations.portal.PortalRefusedException;

/** What the page of a form says about what was entered: nothing, or which field cannot be taken and why. */
public record Entry(String field, String reason) {
    static final Entry NONE = new Entry("", "");

    static Entry of(PortalRefusedException refusal) {
        return new Entry(refusal.field(), refusal.reason());
    }

    public boolean refused() {
        return !reason.isEmpty();
    }

    /** For {@code aria-invalid}: null where nothing is wrong. */
    public String invalid(String name) {
        return field.equals(name) ? "true" : null;
    }

    /** For {@code aria-describedby}: the refusal's id, or null. */
    public String described(String name) {
        return field.equals(name) ? "refusal" : null;
    }
}
