package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** Reads {@code cac:Delivery} of an order or a line: how much of it, where to, for whom, and when. */
final class DeliveryPart {
    private final UblFields fields;
    private final XmlCursor xml;
    private final String path;
    private String id;
    private String gln;
    private String name;
    private Address address;
    private Party party;
    private Quantity quantity;
    private LocalDate first;
    private LocalDate last;

    private DeliveryPart(UblFields fields, String path) {
        this.fields = fields;
        this.xml = fields.xml();
        this.path = path;
    }

    static DeliveryPart read(UblFields fields, String path) throws DocumentException, IOException {
        DeliveryPart part = new DeliveryPart(fields, path);
        int here = part.xml.depth();
        while (part.xml.nextChild(here)) {
            switch (part.xml.name()) {
                case "Quantity" -> part.quantity = part.readQuantity();
                case "DeliveryLocation" -> part.location();
                case "RequestedDeliveryPeriod" -> part.period();
                case "DeliveryParty" ->
                    part.party =
                            PartyPart.itself(fields, path + "/DeliveryParty").buyer();
                default -> {}
            }
        }
        return part;
    }

    private Quantity readQuantity() throws DocumentException, IOException {
        String code = xml.attribute("unitCode");
        UnitCode unit = code == null ? UnitCode.AGREED : fields.unit(code, path + "/Quantity/@unitCode");
        BigDecimal value = fields.notNegative(path + "/Quantity");
        return unit == null || value == null ? null : new Quantity(value, unit);
    }

    private void location() throws DocumentException, IOException {
        String here = path + "/DeliveryLocation";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "ID" -> {
                    boolean isGln = Ubl.GLN.equals(xml.attribute("schemeID"));
                    String value = fields.text(Ubl.NAME_LENGTH, here + "/ID");
                    if (isGln && value != null && value.matches("\\d{13}")) {
                        gln = value;
                    } else {
                        id = value;
                    }
                }
                case "Name" -> name = fields.text(Ubl.NAME_LENGTH, here + "/Name");
                case "Address" -> address = AddressPart.read(fields, here + "/Address");
                default -> {}
            }
        }
    }

    private void period() throws DocumentException, IOException {
        String here = path + "/RequestedDeliveryPeriod";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "StartDate" -> first = fields.date(here + "/StartDate");
                case "EndDate" -> last = fields.date(here + "/EndDate");
                default -> {}
            }
        }
    }

    /** Null when none is named. */
    Quantity quantity() {
        return quantity;
    }

    /** The first day that suits the buyer, or else the last one. */
    LocalDate requested() {
        return first == null ? last : first;
    }

    /** The buyer's own code, where the place is named by its GLN. */
    private String codeOfParty() {
        return party == null || party.address() == null ? null : party.address().id();
    }

    /** Null when no place is named. */
    Address shipTo() {
        if (id == null && gln == null && address == null && party == null && name == null) {
            return null;
        }
        Contact contact = party == null ? null : party.contact();
        String company = name == null && party != null ? party.name() : name;
        return new Address(
                id == null && gln != null ? codeOfParty() : id,
                gln == null && party != null ? party.gln() : gln,
                company,
                contact == null ? null : contact.name(),
                address == null ? null : address.street(),
                address == null ? null : address.postalCode(),
                address == null ? null : address.city(),
                address == null ? null : address.country());
    }
}
