package org.koppel.punchout.peppol;

import java.util.List;
import java.util.stream.Collectors;
import org.koppel.codec.ubl.PeppolFinding;

/** A cart breaks the rules of Peppol and stays here; what the supplier set up for articles or companies has to be mended. */
class InvalidCartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidCartException(String reference, List<PeppolFinding> fatal) {
        super("Cart " + reference + " breaks rules of Peppol Punch Out and was not handed over: "
                + fatal.stream()
                        .map(f -> f.rule() + " at " + f.location() + ": " + f.text())
                        .collect(Collectors.joining("; ")));
    }
}
