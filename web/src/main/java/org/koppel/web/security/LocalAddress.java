package org.koppel.web.security;

/** Where to go after a form: only ever a page of the console, whatever the form said. */
public final class LocalAddress {
    private LocalAddress() {}

    /** The address when it is a path of the console, else the console's first page. */
    public static String of(String wanted) {
        return wanted != null && wanted.matches("/console(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~%=&+:,-]*)?")
                ? wanted
                : "/console";
    }
}
