package org.koppel.operations;

/** A list was asked for with a filter value that means nothing. Names the parameter and what it may be. */
public class InvalidFilterException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String parameter;

    public InvalidFilterException(String parameter, String value, String cure) {
        this(parameter, value, cure, null);
    }

    public InvalidFilterException(String parameter, String value, String cure, Throwable cause) {
        super("\"" + abridged(value) + "\" is no value for " + parameter + ": " + cure, cause);
        this.parameter = parameter;
    }

    /** The name of the query parameter. */
    public String parameter() {
        return parameter;
    }

    private static String abridged(String value) {
        return value == null || value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
