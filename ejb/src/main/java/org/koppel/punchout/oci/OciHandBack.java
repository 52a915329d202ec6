package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;

/** Posts the cart to HOOK_URL: its own query as fields, the echoed control fields, then the items in the customer's dialect. */
@ApplicationScoped
public class OciHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "OCI";

    @Inject
    Dialects dialects;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        OciItems.Origin origin = new OciItems.Origin(reference, visit.customer().value(), visit.buyer());
        return form(visit.returnAddress(), items, origin, dialects.of(visit.customer()));
    }

    @Override
    public ReturnForm cancel(Visit visit) {
        return form(visit.returnAddress(), List.of());
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
