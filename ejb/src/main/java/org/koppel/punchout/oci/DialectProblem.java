package org.koppel.punchout.oci;

/** What can be wrong with a dialect. Pages say it in their reader's language, with the exception's arguments; logs in English. */
public enum DialectProblem {
    EMPTY("empty"),
    /** Argument: how many characters are allowed. */
    TOO_LONG("longer than {0} characters"),
    /** Argument: where the reader stopped. */
    NOT_YAML("cannot be read as YAML (line {0})"),
    /** Argument: line. */
    UNKNOWN_KEY("unknown key (line {0})"),
    /** Argument: line. */
    REPEATED_KEY("Duplicate key (line {0})"),
    /** Arguments: what stands there; what may stand there; line. */
    NOT_ONE_OF("{0} is none of {1} (line {2})"),
    /** Argument: line. */
    WRONG_KIND("another kind of value is wanted here (line {0})"),
    /** Argument: the profiles that there are. */
    NO_PROFILE("there is no such profile; known are {0}"),
    VERSION("must be 2.0, 3.0, 4.0 or 5.0"),
    DECIMALS("must be 0 to 3"),
    SEPARATOR("must be a point or a comma"),
    /** Arguments: least and most. */
    RANGE("must be {0} to {1}"),
    NO_ROOT("only OCI 5.0 has a root"),
    NO_PARAMETER("no parameter of OCI"),
    NOT_NAME("not a name"),
    NOT_UNIT("not a unit"),
    NOT_ELEMENT("not an element''s name"),
    TWICE("stands there twice"),
    NOT_FIELD("not a field''s name"),
    SOURCE("needs either from or constant"),
    SCHEME("goes with CLASS_CODE, CLASS_SCHEME and CLASS_VERSION"),
    OF("goes with ATTRIBUTE and PARAMETER"),
    SECRET("a secret is never sent"),
    /** A pattern that is none, or with something that is no date. */
    FORMAT("goes with WANTED_DATE and is made of d, M, y and signs"),
    /** Argument: the dialect's version of OCI. */
    TOO_OLD("not a field of OCI {0}"),
    LENGTH_MISSING("needed for a field that is not of OCI"),
    NO_TABLE("there is no table of that name");

    private final String english;

    DialectProblem(String english) {
        this.english = english;
    }

    /** A pattern of {@link java.text.MessageFormat}. */
    String english() {
        return english;
    }
}
