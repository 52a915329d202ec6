package org.koppel.web.portal;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import org.koppel.party.SiteEntry;

/** A site as a form posts it. */
public class SiteForm {
    @FormParam("addressId")
    @DefaultValue("")
    private String addressId;

    @FormParam("name")
    @DefaultValue("")
    private String name;

    @FormParam("gln")
    @DefaultValue("")
    private String gln;

    @FormParam("street")
    @DefaultValue("")
    private String street;

    @FormParam("postalCode")
    @DefaultValue("")
    private String postalCode;

    @FormParam("city")
    @DefaultValue("")
    private String city;

    @FormParam("country")
    @DefaultValue("")
    private String country;

    /** As it was typed, not checked. */
    SiteEntry entry() {
        return new SiteEntry(addressId, name, gln, street, postalCode, city, country, true, false);
    }
}
