package org.koppel.codec.cxml;

import java.io.IOException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Party;

/** The {@code InvoicePartner}s of an invoice: who charges, who ordered, who pays, and the account to pay to. */
final class InvoiceParties {
    private final Fields fields;
    private final XmlCursor xml;
    private Party seller;
    private Party buyer;
    private Party invoicee;
    private String iban;
    private String bic;

    InvoiceParties(Fields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    void partner() throws DocumentException, IOException {
        String role = null;
        Address address = null;
        String vat = null;
        String gln = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Contact" -> {
                    role = xml.attribute("role");
                    address = new AddressPart(fields).here("InvoicePartner/Contact");
                }
                case "IdReference" -> {
                    String value = fields.identifier("identifier", Cxml.NAME_LENGTH, "IdReference/@identifier");
                    switch (String.valueOf(xml.attribute("domain"))) {
                        case "vatID" -> vat = value;
                        case "EANID", "GLN" -> gln = value != null && Gtins.isGln(value) ? value : gln;
                        case "ibanID" -> iban = value;
                        case "swiftID" -> bic = value;
                        default -> {} // numbers of hubs
                    }
                }
                default -> {}
            }
        }
        keep(role, new Party(address == null ? null : address.name(), gln, vat, null, address));
    }

    private void keep(String role, Party party) {
        switch (role == null ? "" : role) {
            case "from", "issuerOfInvoice" -> seller = party;
            case "soldTo" -> buyer = party;
            case "billTo" -> invoicee = party;
            default -> {} // remitTo: the account was kept
        }
    }

    Party seller() {
        return seller;
    }

    /** Who pays where nobody is said to have ordered. */
    Party buyer() {
        return buyer == null ? invoicee : buyer;
    }

    /** Null where it is the buyer. */
    Party invoicee() {
        return buyer == null || buyer.equals(invoicee) ? null : invoicee;
    }

    String iban() {
        return iban;
    }

    String bic() {
        return bic;
    }
}
