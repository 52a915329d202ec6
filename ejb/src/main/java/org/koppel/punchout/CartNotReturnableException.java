package org.koppel.punchout;

import java.util.List;

/** The document that shall bring a cart home breaks the rules of its kind; what the supplier set up has to be mended. */
public abstract class CartNotReturnableException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final List<String> causes;

    /** @param causes one text for each rule that is broken */
    protected CartNotReturnableException(String message, List<String> causes) {
        super(message);
        this.causes = List.copyOf(causes);
    }

    /** What is wrong, in the words of the rules; never empty. */
    public List<String> causes() {
        return causes;
    }
}
