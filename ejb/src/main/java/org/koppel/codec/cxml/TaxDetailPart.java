package org.koppel.codec.cxml;

import java.time.LocalDate;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InvoiceTax;
import org.koppel.shared.Numbers;

/**
 * {@code TaxDetail} of an invoice: VAT of one category and rate. cXML knows a rate of zero ({@code zeroRated}) and exemption ({@code exempt}), and has no
 * word for reverse charge, supplies within the EU and exports (AE, K and G of UNCL 5305): those are exempt, and {@code Description} says why, with the
 * VATEX code in brackets; so it does in versions before 1.2.021, which do not know the attribute. {@code TaxExemption} has a place for that code, but not in every version that partners agreed on, so it is written where the
 * option {@code cxml.exemption} is {@code yes}.
 */
final class TaxDetailPart {
    /** The option that asks for {@code TaxExemption}. */
    private static final String OPTION = "cxml.exemption";

    /** The code list of the European Commission for the categories that have exactly one code (VATEX, EN 16931 BT-121). */
    private static final Map<String, String> CODES =
            Map.of("AE", "VATEX-EU-AE", "K", "VATEX-EU-IC", "G", "VATEX-EU-G", "O", "VATEX-EU-O");

    private final CxmlMoney money;
    private final LocalDate taxPoint;
    private final boolean coded;
    private final boolean knowsExemptDetail;

    /** @param taxPoint may be null */
    TaxDetailPart(CxmlMoney money, LocalDate taxPoint, FormatSettings settings) {
        this.money = money;
        this.taxPoint = taxPoint;
        CxmlVersion version = Dtd.INVOICE_DETAIL.version(settings);
        this.coded = version.knowsWholeLines() && "yes".equals(settings.option(OPTION, "no"));
        this.knowsExemptDetail = version.knowsExemptDetail();
    }

    void write(XMLStreamWriter xml, InvoiceTax tax) throws XMLStreamException {
        boolean untaxed = tax.percent().signum() == 0;
        xml.writeStartElement("TaxDetail");
        xml.writeAttribute("purpose", "tax");
        xml.writeAttribute("category", "vat");
        xml.writeAttribute("percentageRate", Numbers.plain(tax.percent()));
        if (taxPoint != null) {
            xml.writeAttribute("taxPointDate", Dates.write(InvoiceDetailPart.at(taxPoint)));
        }
        if (untaxed && knowsExemptDetail) {
            xml.writeAttribute("exemptDetail", "Z".equals(tax.category()) ? "zeroRated" : "exempt");
        }
        money.element(xml, "TaxableAmount", tax.taxable());
        money.element(xml, "TaxAmount", tax.tax());
        String code = untaxed ? code(tax) : null;
        RequestWriter.text(xml, "Description", "en", words(tax.reason(), code));
        if (coded && code != null) {
            xml.writeStartElement("TaxExemption");
            RequestWriter.attribute(xml, "exemptCode", code);
            RequestWriter.text(xml, "ExemptReason", "en", tax.reason());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String code(InvoiceTax tax) {
        return tax.exemption() == null ? CODES.get(tax.category()) : tax.exemption();
    }

    private static String words(String reason, String code) {
        if (reason == null || code == null) {
            return reason == null ? code : reason;
        }
        return reason + " (" + code + ")";
    }

    /** The category of a rate of zero, from the code that says why; null when the code tells none. */
    static String category(String code) {
        if (code == null) {
            return null;
        }
        return CODES.entrySet().stream()
                .filter(c -> c.getValue().equals(code) || c.getKey().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(code.startsWith("VATEX-") ? "E" : null);
    }
}
