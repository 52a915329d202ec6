package org.koppel.journey;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An OrderRequest as a buyer's procurement system writes it. Starts as a good order without lines; every step changes one thing,
 * so that a journey shows only what it is about. Values are written as they are, so that a journey can also write bad ones.
 */
final class CxmlOrder {
    private final String domain;
    private final StringBuilder lines = new StringBuilder();
    private String from;
    private String sender;
    private String secret;
    private String number = "PO-" + UUID.randomUUID().toString().substring(0, 13);
    private String payload = UUID.randomUUID() + "@buyer.example";
    private String charset = "UTF-8";
    private String doctype = "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">";
    private String attributes = "";
    private String site;
    private String currency = "EUR";
    private String extra = "";
    private String description;

    private CxmlOrder(Koppel koppel, String customer) {
        this.domain = koppel.property("customer." + customer + ".cxml.domain");
        this.from = koppel.property("customer." + customer + ".cxml.identity");
        this.sender = from;
        this.secret = koppel.property("customer." + customer + ".cxml.secret");
        this.site = DemoSites.usual(customer);
    }

    /** With a number and a payload id of its own, going to the customer's usual site. */
    static CxmlOrder of(Koppel koppel, String customer) {
        return new CxmlOrder(koppel, customer);
    }

    CxmlOrder number(String value) {
        number = value;
        return this;
    }

    CxmlOrder payload(String value) {
        payload = value;
        return this;
    }

    /** The identity of the buyer that the message is from. */
    CxmlOrder from(String identity) {
        from = identity;
        return this;
    }

    /** The identity of whoever sends it and shows a secret. */
    CxmlOrder sender(String identity) {
        sender = identity;
        return this;
    }

    CxmlOrder secret(String value) {
        secret = value;
        return this;
    }

    /** The charset that the XML declaration names, whatever the bytes are in. */
    CxmlOrder declaring(String value) {
        charset = value;
        return this;
    }

    CxmlOrder doctype(String value) {
        doctype = value;
        return this;
    }

    CxmlOrder site(String addressId) {
        site = addressId;
        return this;
    }

    CxmlOrder currency(String value) {
        currency = value;
        return this;
    }

    /** Further attributes of OrderRequestHeader. */
    CxmlOrder header(String xmlAttributes) {
        attributes = xmlAttributes;
        return this;
    }

    /** Further elements of OrderRequestHeader. */
    CxmlOrder headerParts(String xml) {
        extra = xml;
        return this;
    }

    /** What the lines from here on say that is ordered. */
    CxmlOrder description(String words) {
        description = words;
        return this;
    }

    /** A line by article, in pieces, at the price given. */
    CxmlOrder line(String lineNumber, String article, String quantity, String price) {
        return line("lineNumber=\"" + lineNumber + "\" quantity=\"" + quantity + "\"", article, "PCE", price, "");
    }

    /** A line whose attributes are given; {@code more} goes after ItemDetail. */
    CxmlOrder line(String xmlAttributes, String article, String unit, String price, String more) {
        lines.append("<ItemOut ")
                .append(xmlAttributes)
                .append("><ItemID><SupplierPartID>")
                .append(article)
                .append("</SupplierPartID></ItemID><ItemDetail><UnitPrice><Money currency=\"")
                .append(currency)
                .append("\">")
                .append(price)
                .append("</Money></UnitPrice><Description xml:lang=\"en\">")
                .append(description == null ? "Article " + article : description)
                .append("</Description><UnitOfMeasure>")
                .append(unit)
                .append("</UnitOfMeasure><Classification domain=\"UNSPSC\">39120000</Classification></ItemDetail>")
                .append(more)
                .append("</ItemOut>\n");
        return this;
    }

    String number() {
        return number;
    }

    String payload() {
        return payload;
    }

    /** As an OrderRequest. */
    String xml() {
        return request("<OrderRequest>\n" + orderHeader() + lines + "</OrderRequest>");
    }

    byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    /** The same envelope around another request. */
    String request(String content) {
        return "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n" + doctype + "\n<cXML payloadID=\"" + payload
                + "\" timestamp=\"2026-01-05T09:00:00+01:00\" xml:lang=\"en\"><Header><From>" + credential(from)
                + "</Credential></From><To><Credential domain=\"DUNS\"><Identity>supplier</Identity></Credential></To>"
                + "<Sender>" + credential(sender) + "<SharedSecret>" + secret
                + "</SharedSecret></Credential><UserAgent>Journey</UserAgent></Sender></Header>"
                + "<Request deploymentMode=\"production\">" + content + "</Request></cXML>";
    }

    private String credential(String identity) {
        return "<Credential domain=\"" + domain + "\"><Identity>" + identity + "</Identity>";
    }

    private String orderHeader() {
        return "<OrderRequestHeader orderID=\"" + number + "\" orderDate=\"2026-01-05T08:59:00+01:00\" type=\"new\""
                + attributes + "><Total><Money currency=\"" + currency + "\">25.00</Money></Total>"
                + "<ShipTo><Address isoCountryCode=\"BE\" addressID=\"" + site
                + "\"><Name xml:lang=\"en\">The site</Name><PostalAddress><Street>Kade 1</Street><City>Gent</City>"
                + "<PostalCode>9000</PostalCode><Country isoCountryCode=\"BE\">Belgium</Country></PostalAddress></Address></ShipTo>"
                + "<BillTo><Address isoCountryCode=\"BE\"><Name xml:lang=\"en\">Accounts</Name></Address></BillTo>"
                + extra + "</OrderRequestHeader>\n";
    }
}
