package org.koppel.web.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.koppel.codec.CxmlVersion;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.party.CxmlSignatures.Signature;
import org.koppel.party.Site;
import org.koppel.party.Supplier;
import org.koppel.punchout.FormField;

/**
 * Writes the cXML of a buyer's system: the PunchOutSetupRequest, and the OrderRequest after the approval. The proof of who sends is
 * covered; {@link #signed} puts a fresh one in its place.
 */
public final class CxmlRequests {
    private static final String COVERED_PROOF = "<CredentialMac>********</CredentialMac>";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final BuyerSystem system;
    private final Coupling who;
    private final Supplier supplier;
    private final OffsetDateTime now;

    public CxmlRequests(BuyerSystem system, Coupling who, Supplier supplier, OffsetDateTime now) {
        this.system = system;
        this.who = who;
        this.supplier = supplier;
        this.now = now;
    }

    /** The document with a proof that Koppel's own entrance takes. */
    public static String signed(String covered, Signature signature) {
        return covered.replace(
                COVERED_PROOF,
                "<CredentialMac type=\"" + signature.type() + "\" algorithm=\"" + signature.algorithm()
                        + "\" creationDate=\"" + signature.created() + "\" expirationDate=\"" + signature.expires()
                        + "\">" + signature.code() + "</CredentialMac>");
    }

    /** @param id of the simulation: makes the BuyerCookie */
    public String setup(Wish wish, String id) {
        XmlText xml = begin("setup." + id, wish.language(), wish.cart().isEmpty() ? usual() : CxmlVersion.AS_WRITTEN);
        String operation =
                wish.operation().needsCart() ? wish.operation().name().toLowerCase(Locale.ROOT) : "create";
        xml.open("Request", "deploymentMode", "test").open("PunchOutSetupRequest", "operation", operation);
        xml.element("BuyerCookie", "sim-" + id.substring(0, 12));
        for (FormField extrinsic : system.extras()) {
            xml.element("Extrinsic", extrinsic.value(), "name", extrinsic.name());
        }
        xml.open("BrowserFormPost").element("URL", wish.hook()).close();
        xml.open("Contact", "role", "buyer")
                .element("Name", "Els Claes", "xml:lang", wish.language())
                .element("Email", "els.claes@buyer.example")
                .close();
        if (wish.operation() == Operation.DETAIL) {
            xml.open("SelectedItem")
                    .open("ItemID")
                    .element("SupplierPartID", wish.article())
                    .close()
                    .close();
        }
        wish.cart().forEach(line -> itemOut(xml, line, wish.language()));
        return xml.close().close().close().toString();
    }

    /** The approved order of a cart, for a test: it is answered, never fulfilled. @param site null: the customer has none */
    public String order(String id, String number, List<ReturnedLine> lines, Site site, String language) {
        XmlText xml = begin("order." + id, language, CxmlVersion.AS_WRITTEN);
        xml.open("Request", "deploymentMode", "test").open("OrderRequest");
        xml.open("OrderRequestHeader", "orderID", number, "orderDate", TIME.format(now), "type", "new");
        String currency = lines.stream()
                .map(ReturnedLine::currency)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("EUR");
        xml.open("Total")
                .element("Money", total(lines).toPlainString(), "currency", currency)
                .close();
        if (site != null) {
            xml.open("ShipTo").open("Address", "addressID", site.addressId());
            xml.element("Name", site.name(), "xml:lang", language).close().close();
        }
        xml.open("BillTo")
                .open("Address")
                .element("Name", who.name(), "xml:lang", language)
                .close()
                .close();
        xml.close();
        lines.forEach(line -> itemOut(xml, line, language));
        return xml.close().close().close().toString();
    }

    private CxmlVersion usual() {
        return system.dtd().isEmpty() ? CxmlVersion.OLDEST : new CxmlVersion(system.dtd());
    }

    /** @param version lines of a cart need a newer one than the system names in general */
    private XmlText begin(String payload, String language, CxmlVersion version) {
        XmlText xml = new XmlText();
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.raw("<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/" + version.value() + "/cXML.dtd\">");
        xml.open(
                "cXML",
                "payloadID",
                payload + "@simulator.koppel",
                "timestamp",
                TIME.format(now),
                "xml:lang",
                language);
        xml.open("Header");
        xml.open("From");
        buyer(xml, false);
        xml.close().open("To").open("Credential", "domain", "DUNS");
        xml.element("Identity", supplier.duns() == null ? "supplier" : supplier.duns())
                .close()
                .close();
        xml.open("Sender");
        buyer(xml, true);
        xml.element("UserAgent", system.userAgent().isEmpty() ? "Simulator of " + system.name() : system.userAgent());
        return xml.close().close();
    }

    private void buyer(XmlText xml, boolean proved) {
        xml.open("Credential", "domain", who.domain()).element("Identity", who.identity());
        if (proved) {
            xml.raw(COVERED_PROOF);
        }
        xml.close();
    }

    private static void itemOut(XmlText xml, ReturnedLine line, String language) {
        xml.open("ItemOut", "quantity", line.quantity(), "lineNumber", line.number());
        xml.open("ItemID").element("SupplierPartID", line.article());
        if (!line.reference().isEmpty()) {
            xml.element("SupplierPartAuxiliaryID", line.reference());
        }
        if (!line.buyersNumber().isEmpty()) {
            xml.element("BuyerPartID", line.buyersNumber());
        }
        xml.close().open("ItemDetail");
        xml.open("UnitPrice")
                .element("Money", line.price(), "currency", line.currency())
                .close();
        xml.element("Description", line.description(), "xml:lang", language);
        xml.element("UnitOfMeasure", line.unit());
        if (!basis(line).equals(BigDecimal.ONE)) {
            xml.open("PriceBasisQuantity", "quantity", basis(line).toPlainString(), "conversionFactor", "1");
            xml.element("UnitOfMeasure", line.unit()).close();
        }
        xml.element("Classification", "unclassified", "domain", "custom")
                .close()
                .close();
    }

    private static BigDecimal total(List<ReturnedLine> lines) {
        return lines.stream()
                .map(l -> number(l.price()).multiply(number(l.quantity())).divide(basis(l), 2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal basis(ReturnedLine line) {
        BigDecimal basis = number(line.priceUnit());
        return basis.signum() > 0 ? basis.stripTrailingZeros() : BigDecimal.ONE;
    }

    private static BigDecimal number(String text) {
        return text.matches("\\d{1,15}(\\.\\d{1,10})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
