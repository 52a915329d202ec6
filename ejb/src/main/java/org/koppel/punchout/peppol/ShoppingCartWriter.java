package org.koppel.punchout.peppol;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.ubl.PeppolDocument;
import org.koppel.codec.ubl.UblXml;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Numbers;

/** Writes a cart as the UBL 2.1 Catalogue of Peppol BIS Punch Out 3 (transaction T77), in the order of the schema. */
final class ShoppingCartWriter {
    private static final String GLN = "0088";
    private static final String GTIN = "0160";
    /** UNSPSC in UNCL 7143. */
    private static final String UNSPSC = "TST";

    private final UblXml xml;

    private ShoppingCartWriter(UblXml xml) {
        this.xml = xml;
    }

    static String write(ShoppingCart cart) {
        StringWriter text = new StringWriter();
        try {
            ShoppingCartWriter writer = new ShoppingCartWriter(UblXml.begin(text, "Catalogue"));
            writer.writeHeader(cart);
            for (ShoppingCart.Line line : cart.lines()) {
                writer.writeLine(line);
            }
            writer.xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write a cart into memory", e);
        }
    }

    private void writeHeader(ShoppingCart cart) throws XMLStreamException {
        xml.basic("CustomizationID", PeppolDocument.PUNCH_OUT.customizationId());
        xml.basic("ProfileID", PeppolDocument.PUNCH_OUT.profileId());
        xml.basic("ID", cart.reference());
        xml.basic("ActionCode", "false"); // lines may be ordered one by one
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(cart.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ss").format(cart.issuedAt()));
        xml.wrapped("ValidityPeriod", "EndDate", DateTimeFormatter.ISO_LOCAL_DATE.format(cart.validUntil()));
        xml.wrapped("ReferencedContract", "ID", cart.contract());
        xml.open("ProviderParty");
        writeCompany(cart.seller());
        xml.close();
        xml.open("ReceiverParty");
        writeCompany(cart.buyer());
        xml.wrapped("Contact", "ID", cart.buyerReference());
        xml.close();
    }

    private void writeCompany(ShoppingCart.Company company) throws XMLStreamException {
        String endpoint = company.endpoint();
        int colon = endpoint == null ? -1 : endpoint.indexOf(':');
        if (colon > 0) {
            xml.basic("EndpointID", endpoint.substring(colon + 1), "schemeID", endpoint.substring(0, colon));
        }
        xml.wrapped("PartyIdentification", "ID", company.gln(), "schemeID", GLN);
        xml.wrapped("PartyLegalEntity", "RegistrationName", company.name());
    }

    private void writeLine(ShoppingCart.Line line) throws XMLStreamException {
        CartItem item = line.item();
        xml.open("CatalogueLine");
        xml.basic("ID", String.valueOf(item.number()));
        xml.open("RequiredItemLocationQuantity");
        xml.basic("LeadTimeMeasure", String.valueOf(Math.max(item.leadTimeDays(), 0)), "unitCode", "DAY");
        writePrice(item);
        xml.open("DeliveryUnit");
        xml.quantity("BatchQuantity", item.quantity(), item.unit());
        xml.close();
        xml.close();
        writeItem(item, line);
        xml.close();
    }

    private void writePrice(CartItem item) throws XMLStreamException {
        Price price = item.price();
        xml.open("Price");
        xml.amount("PriceAmount", price.amount());
        xml.quantity("BaseQuantity", price.baseQuantity(), item.unit());
        xml.close();
    }

    private void writeItem(CartItem item, ShoppingCart.Line line) throws XMLStreamException {
        xml.open("Item");
        xml.basic("Description", item.longText());
        xml.basic("Name", item.description());
        xml.wrapped("SellersItemIdentification", "ID", item.article());
        xml.wrapped("ManufacturersItemIdentification", "ID", item.manufacturersId());
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", GTIN);
        for (EnclosedFile file : line.files()) {
            writeFile(file);
        }
        Optional<Classification> unspsc = item.classifications().stream()
                .filter(c -> c.scheme().equalsIgnoreCase("UNSPSC"))
                .findFirst();
        if (unspsc.isPresent()) {
            xml.wrapped(
                    "CommodityClassification",
                    "ItemClassificationCode",
                    unspsc.get().code(),
                    "listID",
                    UNSPSC);
        }
        writeTax(line.tax());
        writeWishes(item.wishes());
        if (item.manufacturer() != null) {
            xml.open("ManufacturerParty");
            xml.wrapped("PartyName", "Name", item.manufacturer());
            xml.close();
        }
        xml.close();
    }

    private void writeFile(EnclosedFile file) throws XMLStreamException {
        xml.open("ItemSpecificationDocumentReference");
        xml.basic("ID", file.id());
        xml.basic("DocumentDescription", file.name());
        xml.open("Attachment");
        if (file.content() == null) {
            xml.wrapped("ExternalReference", "URI", file.address());
        } else {
            xml.binary("EmbeddedDocumentBinaryObject", file.content(), file.mediaType(), file.name());
        }
        xml.close();
        xml.close();
    }

    /** What the buyer said to the line: the profile has no elements of its own for it. */
    private void writeWishes(Wishes wishes) throws XMLStreamException {
        writeProperty("RequestedDeliveryDate", Objects.toString(wishes.delivery(), null));
        writeProperty("CostCentre", wishes.costCentre());
        writeProperty("LineText", wishes.text());
        writeProperty("CardText", wishes.cardText());
        writeProperty("DeliverySite", wishes.site());
    }

    private void writeProperty(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.open("AdditionalItemProperty");
            xml.basic("Name", name);
            xml.basic("Value", value);
            xml.close();
        }
    }

    private void writeTax(ItemTax tax) throws XMLStreamException {
        xml.open("ClassifiedTaxCategory");
        xml.basic("ID", tax.category());
        xml.basic("Percent", Numbers.plain(tax.percent()));
        xml.wrapped("TaxScheme", "ID", "VAT");
        xml.close();
    }
}
