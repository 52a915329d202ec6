package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.koppel.catalogue.ArticleFacts;
import org.koppel.catalogue.Listings;
import org.koppel.catalogue.PictureAddresses;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;
import org.koppel.punchout.Visits;
import org.koppel.shared.PartyId;

/** Posts the cart to HOOK_URL: its own query as fields, the echoed control fields, then the items in the customer's dialect. */
@ApplicationScoped
public class OciHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "OCI";

    @Inject
    Dialects dialects;

    @Inject
    Visits visits;

    @Inject
    Listings listings;

    @Inject
    PictureAddresses pictures;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        Dialect dialect = dialects.of(visit.customer());
        OciItems.Origin origin = new OciItems.Origin(
                reference,
                visit.customer().value(),
                visit.buyer(),
                dialect.asks(Attribute.PARAMETER::equals) ? visits.parameters(visit.id()) : Map.of(),
                facts(listings, dialect, visit.customer(), items, visit.language()),
                pictures(pictures, dialect, visit.customer()));
        return form(visit.returnAddress(), items, origin, dialect);
    }

    @Override
    public ReturnForm cancel(Visit visit) {
        return form(visit.returnAddress(), List.of());
    }

    /** Of the items' articles, where the dialect asks for any. */
    static Map<String, ArticleFacts> facts(
            Listings listings, Dialect dialect, PartyId customer, List<CartItem> items, String language) {
        return dialect.asks(Attribute::isFact)
                ? listings.facts(
                        customer,
                        items.stream().map(CartItem::article).distinct().toList(),
                        language)
                : Map.of();
    }

    /** Addresses by article, where the dialect asks for any; else none. */
    static UnaryOperator<String> pictures(PictureAddresses pictures, Dialect dialect, PartyId customer) {
        return dialect.asks(Attribute.PICTURE::equals) ? pictures.of(customer) : article -> null;
    }

    /** @param dialect a whole one */
    static ReturnForm form(ReturnAddress home, List<CartItem> items, OciItems.Origin origin, Dialect dialect) {
        List<FormField> fields = dialect.xml() == null
                ? OciItems.of(items, origin, dialect, OciText.charset(home.charset()))
                : OciXml.fields(
                        OciItems.values(items, origin, dialect, OciText.charset(home.charset())), dialect.xml());
        return form(home, fields);
    }

    private static ReturnForm form(ReturnAddress home, List<FormField> items) {
        List<FormField> all = new ArrayList<>(home.fields());
        all.addAll(items);
        return new ReturnForm(home.url(), home.target(), home.charset(), all);
    }
}
