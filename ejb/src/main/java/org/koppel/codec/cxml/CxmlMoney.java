package org.koppel.codec.cxml;

import java.math.BigDecimal;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.shared.Money;

/** Amounts and quantities of cXML: with two decimals or as many as there are, negative in a credit memo. */
record CxmlMoney(boolean negative) {

    void element(XMLStreamWriter xml, String name, Money amount) throws XMLStreamException {
        if (amount != null) {
            xml.writeStartElement(name);
            write(xml, amount);
            xml.writeEndElement();
        }
    }

    void write(XMLStreamWriter xml, Money amount) throws XMLStreamException {
        money(xml, amount, signed(amount.amount()));
    }

    /** A price, which has no sign. */
    void price(XMLStreamWriter xml, Money amount) throws XMLStreamException {
        money(xml, amount, amount.amount());
    }

    private static void money(XMLStreamWriter xml, Money amount, BigDecimal value) throws XMLStreamException {
        xml.writeStartElement("Money");
        xml.writeAttribute("currency", amount.currency());
        xml.writeCharacters(shown(value));
        xml.writeEndElement();
    }

    static String shown(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }

    BigDecimal signed(BigDecimal value) {
        return negative ? value.negate() : value;
    }
}
