package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.koppel.catalogue.Listing;
import org.koppel.catalogue.Listings;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.shared.PartyId;

/** Shows what a dialect makes of a cart before it is used: the first articles of the customer's own assortment. */
@ApplicationScoped
public class DialectPreview {
    private static final int ARTICLES = 2;
    private static final String REFERENCE = "0123456789AB";

    @Inject
    Listings listings;

    /** {@code fields} of the return form; {@code unconfirmed} as the dialect says. */
    public record Preview(List<FormField> fields, List<String> unconfirmed) {}

    /**
     * @param language ISO 639-1 of the texts
     * @throws DialectRefusedException when the file is no dialect or cannot work
     */
    public Preview of(PartyId customer, String yaml, String language) {
        Dialect whole = Profiles.resolved(DialectYaml.read(yaml));
        List<CartItem> items = new ArrayList<>();
        for (Listing listing : listings.listings(customer, listings.numbers(customer, null, "", ARTICLES))) {
            items.add(DownloadPage.item(items.size() + 1, listing, language));
        }
        ReturnAddress nowhere = new ReturnAddress("about:blank", List.of(), "_top", OciText.DEFAULT.name());
        OciItems.Origin origin = new OciItems.Origin(REFERENCE, customer.value(), null);
        return new Preview(OciHandBack.form(nowhere, items, origin, whole).fields(), whole.unconfirmed());
    }
}
