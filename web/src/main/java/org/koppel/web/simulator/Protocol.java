package org.koppel.web.simulator;

/** How a buyer's system and the shop talk. */
public enum Protocol {
    OCI("SAP OCI", "/oci"),
    CXML("cXML PunchOut", "/cxml"),
    IDS("IDS Connect 2.5", "/ids"),
    PEPPOL("Peppol Punch Out 3", "/peppol-punchout");

    private final String title;
    private final String entrance;

    Protocol(String title, String entrance) {
        this.title = title;
        this.entrance = entrance;
    }

    public String title() {
        return title;
    }

    /** The address a buyer's system calls. */
    public String entrance() {
        return entrance;
    }

    /** Whether a person's user name and password let a buyer in; cXML has a shared secret between systems. */
    public boolean needsPassword() {
        return this != CXML;
    }
}
