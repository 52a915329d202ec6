package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.koppel.catalogue.Listing;
import org.koppel.catalogue.Listings;
import org.koppel.catalogue.PictureAddresses;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Wishes;
import org.koppel.shared.PartyId;

/**
 * Shows what a dialect makes of a cart before it is used: the first articles of the customer's own assortment with their real prices
 * and texts, and with examples of what only a buyer or the buyer's system can say, so that no field stays empty for want of those.
 */
@ApplicationScoped
public class DialectPreview {
    private static final int ARTICLES = 2;
    private static final int DAYS = 7;
    private static final String REFERENCE = "0123456789AB";
    private static final String BUYER = "An Peeters";
    private static final String COST_CENTRE = "4711";
    private static final String SITE = "DEPOT";

    @Inject
    Listings listings;

    @Inject
    PictureAddresses pictures;

    @Inject
    Clock clock;

    /** {@code fields} of the return form; {@code unconfirmed} as the dialect says. */
    public record Preview(List<FormField> fields, List<String> unconfirmed) {}

    /**
     * @param language ISO 639-1 of the texts
     * @throws DialectRefusedException when the file is no dialect or cannot work
     */
    public Preview of(PartyId customer, String yaml, String language) {
        Dialect whole = Profiles.resolved(DialectYaml.read(yaml));
        List<CartItem> items = items(customer, language);
        OciItems.Origin origin = new OciItems.Origin(
                REFERENCE,
                customer.value(),
                BUYER,
                said(whole),
                OciHandBack.facts(listings, whole, customer, items, language),
                OciHandBack.pictures(pictures, whole, customer));
        ReturnAddress nowhere = new ReturnAddress("about:blank", List.of(), "_top", OciText.DEFAULT.name());
        return new Preview(OciHandBack.form(nowhere, items, origin, whole).fields(), whole.unconfirmed());
    }

    private List<CartItem> items(PartyId customer, String language) {
        List<String> numbers = listings.numbers(customer, null, "", ARTICLES);
        Map<String, String> texts = listings.texts(numbers, language);
        List<CartItem> items = new ArrayList<>();
        for (Listing listing : listings.listings(customer, numbers)) {
            items.add(DownloadPage.item(
                    items.size() + 1, listing, language, texts.get(listing.article()), wishes(language)));
        }
        return items;
    }

    private Wishes wishes(String language) {
        LocalDate wanted = LocalDate.now(clock).plusDays(DAYS);
        return switch (language) {
            case "nl" -> new Wishes(wanted, COST_CENTRE, "Twee keer bellen", SITE, "Voor het feest");
            case "fr" -> new Wishes(wanted, COST_CENTRE, "Sonner deux fois", SITE, "Pour la fête");
            case "de" -> new Wishes(wanted, COST_CENTRE, "Zweimal klingeln", SITE, "Für das Fest");
            default -> new Wishes(wanted, COST_CENTRE, "Ring twice", SITE, "For the party");
        };
    }

    /** Each parameter that the dialect sends back says its own name. */
    private static Map<String, String> said(Dialect dialect) {
        Map<String, String> said = new TreeMap<>();
        dialect.fields().stream()
                .filter(f -> f.from() == Attribute.PARAMETER)
                .forEach(f -> said.put(f.of(), f.of().toUpperCase(Locale.ROOT)));
        return said;
    }
}
