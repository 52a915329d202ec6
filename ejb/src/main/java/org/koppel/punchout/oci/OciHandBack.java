package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;

/** Posts the cart to HOOK_URL: its own query as fields, the echoed control fields, then the items. */
@ApplicationScoped
public class OciHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "OCI";

    @Inject
    OciConnections connections;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        Charset charset = OciText.charset(visit.returnAddress().charset());
        return form(visit, OciItems.of(items, reference, connections.of(visit.customer()), charset));
    }

    @Override
    public ReturnForm cancel(Visit visit) {
        return form(visit, List.of());
    }

    private static ReturnForm form(Visit visit, List<FormField> items) {
        ReturnAddress home = visit.returnAddress();
        List<FormField> all = new ArrayList<>(home.fields());
        all.addAll(items);
        return new ReturnForm(home.url(), home.target(), home.charset(), all);
    }
}
