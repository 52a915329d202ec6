package org.koppel.codec.ubl;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice.Period;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** Reads what an invoice says of allowances, charges, VAT and totals. */
final class InvoiceMoney {
    private static final String SUBTOTAL = "TaxTotal/TaxSubtotal/";

    private final UblFields fields;
    private final XmlCursor xml;
    private Money tax;

    InvoiceMoney(UblFields fields) {
        this.fields = fields;
        this.xml = fields.xml();
    }

    /** A category of VAT with its rate, and why there is none. */
    record Category(String code, BigDecimal percent, String exemption, String reason) {}

    /** What is not subject to VAT has no rate, which is 0. */
    Category category(String path) throws DocumentException, IOException {
        String code = null;
        BigDecimal percent = null;
        String exemption = null;
        String reason = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> code = fields.text(Ubl.LINE_NUMBER_LENGTH, path + "/ID");
                case "Percent" -> percent = fields.number(path + "/Percent");
                case "TaxExemptionReasonCode" ->
                    exemption = fields.text(Ubl.NAME_LENGTH, path + "/TaxExemptionReasonCode");
                case "TaxExemptionReason" -> reason = fields.text(Ubl.TEXT_LENGTH, path + "/TaxExemptionReason");
                default -> {}
            }
        }
        return new Category(code, percent == null && "O".equals(code) ? BigDecimal.ZERO : percent, exemption, reason);
    }

    Period period(String path) throws DocumentException, IOException {
        LocalDate from = null;
        LocalDate until = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "StartDate" -> from = fields.date(path + "/StartDate");
                case "EndDate" -> until = fields.date(path + "/EndDate");
                default -> {}
            }
        }
        return new Period(from, until);
    }

    AllowanceCharge extra(String path) throws DocumentException, IOException {
        AllowanceCharge.Kind kind = null;
        String code = null;
        String reason = null;
        BigDecimal percent = null;
        Money amount = null;
        Money base = null;
        Category category = new Category(null, null, null, null);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ChargeIndicator" ->
                    kind = Boolean.parseBoolean(fields.text(Ubl.LINE_NUMBER_LENGTH, path + "/ChargeIndicator"))
                            ? AllowanceCharge.Kind.CHARGE
                            : AllowanceCharge.Kind.ALLOWANCE;
                case "AllowanceChargeReasonCode" ->
                    code = fields.text(Ubl.NAME_LENGTH, path + "/AllowanceChargeReasonCode");
                case "AllowanceChargeReason" -> reason = fields.text(Ubl.NAME_LENGTH, path + "/AllowanceChargeReason");
                case "MultiplierFactorNumeric" -> percent = fields.number(path + "/MultiplierFactorNumeric");
                case "Amount" -> amount = fields.money(path + "/Amount");
                case "BaseAmount" -> base = fields.money(path + "/BaseAmount");
                case "TaxCategory" -> category = category(path + "/TaxCategory");
                default -> {}
            }
        }
        return new AllowanceCharge(kind, code, reason, percent, base, amount, category.code(), category.percent());
    }

    void taxes(List<InvoiceTax> taxes) throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "TaxAmount" -> tax = fields.money("TaxTotal/TaxAmount");
                case "TaxSubtotal" -> taxes.add(subtotal());
                default -> {}
            }
        }
    }

    private InvoiceTax subtotal() throws DocumentException, IOException {
        Money taxable = null;
        Money amount = null;
        Category category = new Category(null, null, null, null);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "TaxableAmount" -> taxable = fields.money(SUBTOTAL + "TaxableAmount");
                case "TaxAmount" -> amount = fields.money(SUBTOTAL + "TaxAmount");
                case "TaxCategory" -> category = category(SUBTOTAL + "TaxCategory");
                default -> {}
            }
        }
        return new InvoiceTax(
                category.code(), category.percent(), taxable, amount, category.exemption(), category.reason());
    }

    /** The VAT stands in {@code TaxTotal}, before these. */
    InvoiceTotals totals() throws DocumentException, IOException {
        Money[] t = new Money[8];
        int here = xml.depth();
        while (xml.nextChild(here)) {
            String field = "LegalMonetaryTotal/" + xml.name();
            switch (xml.name()) {
                case "LineExtensionAmount" -> t[0] = fields.money(field);
                case "AllowanceTotalAmount" -> t[1] = fields.money(field);
                case "ChargeTotalAmount" -> t[2] = fields.money(field);
                case "TaxExclusiveAmount" -> t[3] = fields.money(field);
                case "TaxInclusiveAmount" -> t[4] = fields.money(field);
                case "PrepaidAmount" -> t[5] = fields.money(field);
                case "PayableRoundingAmount" -> t[6] = signed(field);
                case "PayableAmount" -> t[7] = signed(field);
                default -> {}
            }
        }
        return new InvoiceTotals(t[0], t[1], t[2], t[3], tax, t[4], t[5], t[6], t[7]);
    }

    private Money signed(String field) throws DocumentException, IOException {
        String currency = fields.currency(xml.attribute("currencyID"), field + "/@currencyID");
        BigDecimal value = fields.number(field);
        return value == null || currency == null ? null : new Money(value, currency);
    }
}
