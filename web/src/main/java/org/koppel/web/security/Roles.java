package org.koppel.web.security;

/** What a caller may be; every resource method names one of these or is open to all on purpose. */
public final class Roles {
    /** A customer's system, by API key; sees its own data only. */
    public static final String CUSTOMER = "customer";
    /** The supplier's back office, by API key; sees everything. */
    public static final String SUPPLIER = "supplier";
    /** A person of the supplier at the console. */
    public static final String OPERATOR = "operator";

    /** A customer's administrator at the customer's own pages; sees that customer only. */
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
