package org.koppel.operations.portal;

/** What a person entered cannot be taken; nothing was changed. */
public class PortalRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String field;
    private final String reason;

    /**
     * @param field of the form
     * @param reason a stable word that the pages have a text for ({@code refused.<reason>})
     */
    public PortalRefusedException(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
