package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.shared.Numbers;
import org.koppel.shared.UnitCode;

/** Writes UBL 2.1 {@code DespatchAdvice}, of Peppol BIS Despatch Advice 3 (T16) or plain. */
final class DespatchAdvicePart {
    /** What T16 wants where an identifier is mandatory and nobody has one. */
    private static final String NOT_APPLICABLE = "NA";

    /** UNCL 6313: gross weight. */
    static final String GROSS_WEIGHT = "AAB";

    private static final String KILOGRAM = "KGM";

    private final DespatchAdvice advice;
    private final boolean peppol;
    private final UblXml xml;

    private DespatchAdvicePart(DespatchAdvice advice, boolean peppol, UblXml xml) {
        this.advice = advice;
        this.peppol = peppol;
        this.xml = xml;
    }

    /**
     * @param units how they are spelt in plain UBL; null for Peppol, which has Rec 20 and rules of its own
     * @param sellers electronic addresses, {@code scheme:value}; null leaves them out
     */
    static String write(DespatchAdvice advice, UnitSpelling units, String sellers, String buyers) {
        StringWriter text = new StringWriter();
        try {
            boolean peppol = units == null;
            UblXml xml = UblXml.begin(text, "DespatchAdvice", peppol ? UnitCode::value : units::of);
            DespatchAdvicePart part = new DespatchAdvicePart(advice, peppol, xml);
            part.header();
            part.party("DespatchSupplierParty", advice.seller(), sellers);
            part.party("DeliveryCustomerParty", advice.buyer(), buyers);
            part.shipment();
            for (DespatchLine line : advice.lines()) {
                part.line(line);
            }
            xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write a despatch advice into memory", e);
        }
    }

    private void header() throws XMLStreamException {
        if (peppol) {
            xml.basic("CustomizationID", PeppolDocument.DESPATCH_ADVICE.customizationId());
            xml.basic("ProfileID", PeppolDocument.DESPATCH_ADVICE.profileId());
        }
        xml.basic("ID", advice.number().value());
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(advice.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(advice.issuedAt()));
        xml.basic("Note", advice.note());
        xml.wrapped("OrderReference", "ID", advice.order().value());
        new ReferencePlaces(advice.references()).documents(xml, "AdditionalDocumentReference");
    }

    private void party(String role, Party party, String endpoint) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        int colon = endpoint == null ? -1 : endpoint.indexOf(':');
        if (colon > 0) {
            xml.basic("EndpointID", endpoint.substring(colon + 1), "schemeID", endpoint.substring(0, colon));
        }
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        address("PostalAddress", party.address());
        xml.wrapped("PartyLegalEntity", "RegistrationName", party.name());
        xml.close();
        xml.close();
    }

    /** A country is what an address cannot do without. */
    private void address(String name, Address address) throws XMLStreamException {
        if (address == null || address.country() == null) {
            return;
        }
        xml.open(name);
        xml.basic("StreetName", address.street());
        xml.basic("CityName", address.city());
        xml.basic("PostalZone", address.postalCode());
        xml.wrapped("Country", "IdentificationCode", address.country());
        xml.close();
    }

    private void shipment() throws XMLStreamException {
        xml.open("Shipment");
        xml.basic("ID", NOT_APPLICABLE);
        Carrier carrier = advice.carrier();
        if (carrier != null && carrier.name() != null) {
            xml.open("Consignment");
            xml.basic("ID", carrier.tracking() == null ? NOT_APPLICABLE : carrier.tracking());
            xml.open("CarrierParty");
            xml.wrapped("PartyName", "Name", carrier.name());
            xml.close();
            xml.close();
        }
        delivery(carrier);
        xml.close();
    }

    private void delivery(Carrier carrier) throws XMLStreamException {
        xml.open("Delivery");
        xml.basic("TrackingID", carrier == null ? null : carrier.tracking());
        if (advice.expectedOn() != null) {
            xml.open("EstimatedDeliveryPeriod");
            xml.basic("EndDate", advice.expectedOn().toString());
            xml.close();
        }
        Address place = advice.shipTo();
        if (place != null && (place.name() != null || place.id() != null)) {
            xml.open("DeliveryParty");
            xml.wrapped("PartyIdentification", "ID", place.gln(), "schemeID", Ubl.GLN);
            xml.wrapped("PartyIdentification", "ID", place.id());
            xml.wrapped("PartyName", "Name", place.name());
            address("PostalAddress", place);
            xml.close();
        }
        if (advice.despatchedOn() != null) {
            xml.open("Despatch");
            xml.basic("ActualDespatchDate", advice.despatchedOn().toString());
            xml.close();
        }
        xml.close();
    }

    private void line(DespatchLine line) throws XMLStreamException {
        xml.open("DespatchLine");
        xml.basic("ID", line.number());
        xml.basic("Note", line.note());
        xml.quantity(
                "DeliveredQuantity", line.delivered().value(), line.delivered().unit());
        if (line.outstanding() != null && !line.outstanding().isZero()) {
            xml.quantity(
                    "OutstandingQuantity",
                    line.outstanding().value(),
                    line.outstanding().unit());
            xml.basic("OutstandingReason", "Follows later");
        }
        xml.open("OrderLineReference");
        xml.basic("LineID", line.orderLine());
        xml.wrapped("OrderReference", "ID", advice.order().value());
        xml.close();
        new ReferencePlaces(line.references()).documents(xml, "DocumentReference");
        item(line.item());
        if (line.sscc() != null) {
            xml.open("Shipment");
            xml.basic("ID", NOT_APPLICABLE);
            unit(line.sscc());
            xml.close();
        }
        xml.close();
    }

    private void unit(String sscc) throws XMLStreamException {
        HandlingUnit unit = advice.packages().stream()
                .filter(p -> sscc.equals(p.sscc()))
                .findFirst()
                .orElse(new HandlingUnit(sscc, null, null));
        xml.open("TransportHandlingUnit");
        xml.basic("ID", sscc, "schemeID", "SSCC");
        xml.basic("TransportHandlingUnitTypeCode", unit.commonKind());
        if (unit.grossKilograms() != null) {
            xml.open("MeasurementDimension");
            xml.basic("AttributeID", GROSS_WEIGHT);
            xml.basic("Measure", Numbers.plain(unit.grossKilograms()), "unitCode", KILOGRAM);
            xml.close();
        }
        xml.close();
    }

    private void item(Item item) throws XMLStreamException {
        xml.open("Item");
        xml.basic(
                "Name",
                Stream.of(item.description(), item.sellersId(), item.buyersId(), item.gtin())
                        .filter(n -> n != null && !n.isBlank())
                        .findFirst()
                        .orElse("?"));
        xml.wrapped("BuyersItemIdentification", "ID", item.buyersId());
        xml.wrapped("SellersItemIdentification", "ID", item.sellersId());
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", Ubl.GTIN);
        xml.close();
    }
}
