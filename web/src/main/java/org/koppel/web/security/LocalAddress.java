package org.koppel.web.security;

/** Where to go after a form: only ever a page of the console, whatever the form said. */
public final class LocalAddress {
    private LocalAddress() {}

    /** The address when it is a path of the console, else the console's first page. */
    public static String of(String wanted) {
        return below("/console", wanted);
    }

    /** The address when it is the first page of that area or one below it, else the first page. */
    public static String below(String area, String wanted) {
        return wanted != null && wanted.matches(area + "(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~%=&+:,-]*)?")
                ? wanted
                : area;
    }
}
