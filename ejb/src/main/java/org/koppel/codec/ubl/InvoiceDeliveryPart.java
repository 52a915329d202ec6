package org.koppel.codec.ubl;

import java.io.IOException;
import java.time.LocalDate;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;

/** Reads {@code cac:Delivery} of an invoice: where the goods went, and when. */
final class InvoiceDeliveryPart {
    private final UblFields fields;
    private final XmlCursor xml;
    private String id;
    private String gln;
    private String name;
    private Address address;
    private LocalDate delivered;

    private InvoiceDeliveryPart(UblFields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    static InvoiceDeliveryPart read(UblFields fields) throws DocumentException, IOException {
        InvoiceDeliveryPart part = new InvoiceDeliveryPart(fields);
        int here = part.xml.depth();
        while (part.xml.nextChild(here)) {
            switch (part.xml.name()) {
                case "ActualDeliveryDate" -> part.delivered = fields.date("Delivery/ActualDeliveryDate");
                case "DeliveryLocation" -> part.location();
                case "DeliveryParty" ->
                    part.name = PartyPart.itself(fields, "Delivery/DeliveryParty")
                            .party()
                            .name();
                default -> {}
            }
        }
        return part;
    }

    private void location() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> {
                    boolean isGln = Ubl.GLN.equals(xml.attribute("schemeID"));
                    String value = fields.text(Ubl.NAME_LENGTH, "Delivery/DeliveryLocation/ID");
                    gln = isGln ? value : null;
                    id = isGln ? null : value;
                }
                case "Address" -> address = AddressPart.read(fields, "Delivery/DeliveryLocation/Address");
                default -> {}
            }
        }
    }

    LocalDate delivered() {
        return delivered;
    }

    /** Null when no place is named. */
    Address shipTo() {
        if (id == null && gln == null && address == null && name == null) {
            return null;
        }
        return new Address(
                id,
                gln,
                name,
                null,
                address == null ? null : address.street(),
                address == null ? null : address.postalCode(),
                address == null ? null : address.city(),
                address == null ? null : address.country());
    }
}
