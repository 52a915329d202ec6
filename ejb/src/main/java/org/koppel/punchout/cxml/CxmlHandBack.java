package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.punchout.CartFiles;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;

/** Posts the cart as a PunchOutOrderMessage in the one form field that the buyer's system reads. */
@ApplicationScoped
public class CxmlHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "CXML";

    @Inject
    CxmlConnections connections;

    @Inject
    Customers customers;

    @Inject
    CartFiles files;

    @Inject
    Clock clock;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        return form(visit, reference, items);
    }

    /** With Status 204: the buyer's lines stay as they are. */
    @Override
    public ReturnForm cancel(Visit visit) {
        return form(visit, null, List.of());
    }

    /** By article. */
    private Map<String, List<FileLink>> links(Visit visit, String reference) {
        Map<String, List<FileLink>> links = new TreeMap<>();
        files.of(visit.customer(), reference)
                .forEach((article, of) -> links.put(
                        article,
                        of.stream()
                                .map(a -> new FileLink(a.name(), files.address(a)))
                                .toList()));
        return links;
    }

    private ReturnForm form(Visit visit, String reference, List<CartItem> items) {
        CxmlConnection agreed = connections.of(visit.customer());
        String currency =
                customers.byId(visit.customer()).map(Customer::currency).orElse("EUR");
        String document = new OrderMessageWriter(agreed, visit, currency, links(visit, reference))
                .write(reference, items, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)));
        String value = agreed.base64()
                ? Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8))
                : document;
        ReturnAddress home = visit.returnAddress();
        return new ReturnForm(
                home.url(), home.target(), home.charset(), List.of(new FormField(agreed.fieldName(), value)));
    }
}
