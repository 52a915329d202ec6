package org.koppel.web.simulator.judge;

/** What a rule says about an answer. */
public enum Verdict {
    PASSED,
    FAILED,
    /** There was nothing in the answer that the rule speaks of. */
    NOT_APPLICABLE
}
