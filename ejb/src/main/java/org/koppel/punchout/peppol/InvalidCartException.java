package org.koppel.punchout.peppol;

import java.util.List;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.punchout.CartNotReturnableException;

/** A cart breaks the rules of Peppol and stays here; what the supplier set up for articles or companies has to be mended. */
class InvalidCartException extends CartNotReturnableException {
    private static final long serialVersionUID = 1;

    InvalidCartException(String reference, List<PeppolFinding> fatal) {
        super(
                "Cart " + reference + " breaks rules of Peppol Punch Out and was not handed over: "
                        + String.join("; ", texts(fatal)),
                texts(fatal));
    }

    private static List<String> texts(List<PeppolFinding> fatal) {
        return fatal.stream()
                .map(f -> f.rule() + " at " + f.location() + ": " + f.text())
                .toList();
    }
}
