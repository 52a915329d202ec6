package org.koppel.web.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import org.koppel.party.BuyerEntry;

/** A buyer as a form posts it. */
public class BuyerForm {
    @FormParam("login")
    @DefaultValue("")
    private String login;

    @FormParam("name")
    @DefaultValue("")
    private String name;

    @FormParam("email")
    @DefaultValue("")
    private String email;

    @FormParam("site")
    @DefaultValue("")
    private String site;

    /** As it was typed, not checked. */
    BuyerEntry entry() {
        return new BuyerEntry(login, name, email, site, true, null);
    }
}
