package org.koppel.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.codec.Envelope.Identity;
import org.koppel.document.Invoice;
import org.koppel.document.Party;

/** By which names an invoice says who is charged: our own key first, then numbers of who pays and of who ordered. */
final class InvoiceNames {
    private InvoiceNames() {}

    static List<Identity> of(Invoice invoice) {
        List<Identity> names = new ArrayList<>();
        add(names, Identity.KOPPEL, invoice.customer());
        Stream.of(invoice.invoicee(), invoice.buyer()).filter(p -> p != null).forEach((Party party) -> {
            add(names, Identity.GLN, party.gln());
            add(names, Identity.VAT, party.vat());
            add(
                    names,
                    Identity.KOPPEL,
                    party.address() == null ? null : party.address().id());
        });
        return names;
    }

    private static void add(List<Identity> names, String domain, String value) {
        if (value != null && !value.isBlank()) {
            names.add(new Identity(domain, value.strip()));
        }
    }
}
