package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.koppel.codec.ubl.PeppolDocument;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.codec.ubl.PeppolRules;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.HandBack;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.Visit;

/**
 * Posts the cart as a UBL Catalogue to the buyer's address, together with what the call wanted to see again. The document is
 * made and checked once per cart; one that breaks a fatal rule never leaves.
 */
@ApplicationScoped
public class PeppolHandBack implements HandBack {
    /** As {@link Visit#mechanism} names it. */
    public static final String MECHANISM = "PEPPOL";

    @Inject
    PeppolConnections connections;

    @Inject
    SentCarts sent;

    @Inject
    ShoppingCarts carts;

    @Inject
    PeppolRules rules;

    @Inject
    Clock clock;

    @Override
    public String mechanism() {
        return MECHANISM;
    }

    /** @throws InvalidCartException when the document breaks a rule of Peppol */
    @Override
    public ReturnForm transfer(Visit visit, String reference, List<CartItem> items) {
        PeppolConnection agreed = connections.of(visit.customer());
        String document = document(visit, agreed, reference, items);
        List<FormField> fields = new ArrayList<>(visit.returnAddress().fields());
        fields.add(new FormField(agreed.fieldName(), encoded(document, agreed)));
        return form(visit, fields);
    }

    /** @throws InvalidCartException when the document breaks a rule of Peppol */
    @Override
    public void prepare(Visit visit, String reference, List<CartItem> items) {
        document(visit, connections.of(visit.customer()), reference, items);
    }

    private String document(Visit visit, PeppolConnection agreed, String reference, List<CartItem> items) {
        return sent.document(visit.customer(), reference).orElseGet(() -> make(visit, agreed, reference, items));
    }

    /** Without a document: T77 knows no cart without lines. */
    @Override
    public ReturnForm cancel(Visit visit) {
        return form(visit, visit.returnAddress().fields());
    }

    private String make(Visit visit, PeppolConnection agreed, String reference, List<CartItem> items) {
        Instant now = clock.instant();
        LocalDateTime at = LocalDateTime.ofInstant(now, clock.getZone());
        String document = ShoppingCartWriter.write(carts.cart(visit, agreed, reference, items, at));
        List<PeppolFinding> findings = rules.check(PeppolDocument.PUNCH_OUT, document.getBytes(StandardCharsets.UTF_8));
        List<PeppolFinding> fatal =
                findings.stream().filter(PeppolFinding::fatal).toList();
        if (!fatal.isEmpty()) {
            throw new InvalidCartException(reference, fatal);
        }
        List<PeppolFinding> all = new ArrayList<>(findings);
        all.addAll(rules.foreseen(PeppolDocument.PUNCH_OUT, document.getBytes(StandardCharsets.UTF_8)));
        return sent.keep(visit.customer(), reference, now, document, all);
    }

    private static String encoded(String document, PeppolConnection agreed) {
        return agreed.encoding() == PeppolConnection.Encoding.XML
                ? document
                : Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
    }

    private static ReturnForm form(Visit visit, List<FormField> fields) {
        ReturnAddress home = visit.returnAddress();
        return new ReturnForm(home.url(), home.target(), home.charset(), fields);
    }
}
