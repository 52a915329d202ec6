package org.koppel.codec.ubl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Party;

/** Reads {@code cac:Party}: who it is, where, and whom to ask. */
final class PartyPart {
    private final UblFields fields;
    private final XmlCursor xml;
    private final String path;
    private final List<Identity> identities = new ArrayList<>();
    private String name;
    private String registeredName;
    private String vat;
    private Contact contact;
    private Address address;

    private PartyPart(UblFields fields, String path) {
        this.fields = fields;
        this.xml = fields.xml();
        this.path = path;
    }

    /** From inside a {@code …CustomerParty}, {@code …SupplierParty}. */
    static PartyPart inside(UblFields fields, String role) throws DocumentException, IOException {
        PartyPart part = new PartyPart(fields, role + "/Party");
        int here = fields.xml().depth();
        while (fields.xml().nextChild(here)) {
            if ("Party".equals(fields.xml().name())) {
                part.read();
            }
        }
        return part;
    }

    /** From inside a {@code cac:DeliveryParty} or the like, which is a party itself. */
    static PartyPart itself(UblFields fields, String role) throws DocumentException, IOException {
        PartyPart part = new PartyPart(fields, role);
        part.read();
        return part;
    }

    private void read() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "EndpointID" -> identity("EndpointID");
                case "PartyIdentification" -> identification();
                case "PartyName" -> name = fields.childText("Name", Ubl.NAME_LENGTH, path + "/PartyName");
                case "PostalAddress" -> address = AddressPart.read(fields, path + "/PostalAddress");
                case "PartyTaxScheme" -> vat = fields.childText("CompanyID", Ubl.NAME_LENGTH, path + "/PartyTaxScheme");
                case "PartyLegalEntity" ->
                    registeredName = fields.childText("RegistrationName", Ubl.NAME_LENGTH, path + "/PartyLegalEntity");
                case "Contact" -> contact = readContact();
                default -> {}
            }
        }
    }

    private void identification() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            if ("ID".equals(xml.name())) {
                identity("PartyIdentification/ID");
            }
        }
    }

    private void identity(String field) throws DocumentException, IOException {
        String scheme = xml.attribute("schemeID");
        String value = fields.text(Ubl.NAME_LENGTH, path + '/' + field);
        if (value != null) {
            identities.add(new Identity(scheme == null ? "" : scheme, value));
        }
    }

    private Contact readContact() throws DocumentException, IOException {
        String who = null;
        String telephone = null;
        String mail = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Name" -> who = fields.text(Ubl.NAME_LENGTH, path + "/Contact/Name");
                case "Telephone" -> telephone = fields.text(Ubl.NAME_LENGTH, path + "/Contact/Telephone");
                case "ElectronicMail" -> mail = fields.text(Ubl.NAME_LENGTH, path + "/Contact/ElectronicMail");
                default -> {}
            }
        }
        return new Contact(null, who, mail, telephone);
    }

    /** Electronic address first, then identifications, as scheme and value. */
    List<Identity> identities() {
        return List.copyOf(identities);
    }

    String gln() {
        return identities.stream()
                .filter(i -> i.domain().equals(Ubl.GLN) && i.value().matches("\\d{13}"))
                .map(Identity::value)
                .findFirst()
                .orElse(null);
    }

    /** As {@link #party}; an identification of no scheme is our own id of the customer, and stands as id of its address. */
    Party buyer() {
        Party party = party();
        String own = identities.stream()
                .filter(i -> i.domain().isEmpty())
                .map(Identity::value)
                .findFirst()
                .orElse(null);
        Address placed = party.address() == null
                ? new Address(own, null, null, null, null, null, null, null)
                : new Address(
                        own,
                        party.address().gln(),
                        party.address().name(),
                        party.address().deliverTo(),
                        party.address().street(),
                        party.address().postalCode(),
                        party.address().city(),
                        party.address().country());
        return own == null ? party : new Party(party.name(), party.gln(), party.vat(), party.contact(), placed);
    }

    Party party() {
        return new Party(registeredName == null ? name : registeredName, gln(), vat, contact, address);
    }
}
