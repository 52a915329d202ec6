package org.koppel.codec.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.koppel.codec.Fitting;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;

/**
 * What a banking app reads from an invoice to prepare a SEPA credit transfer: European Payments Council, EPC069-12, Quick Response Code:
 * Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer, version 002 of the data, in UTF-8.
 */
final class PaymentCode {
    private static final String VERSION = "002";
    private static final String UTF_8 = "1";
    private static final int NAME_LENGTH = 70;
    private static final int UNSTRUCTURED_LENGTH = 140;
    /** Of all of it, in bytes. */
    private static final int MOST_BYTES = 331;

    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    private final Invoice invoice;
    private final Payment payment;

    private PaymentCode(Invoice invoice) {
        this.invoice = invoice;
        this.payment = invoice.payment();
    }

    /**
     * The data, a field a line. Null when there is nothing to pay in this way: on credit notes, tests, invoices in another currency, without an
     * IBAN, that are collected or paid otherwise (UNCL 4461 other than 30 and 58) or are paid already; and when a field does not fit,
     * because a reference that is cut is booked nowhere.
     */
    static String of(Invoice invoice) {
        boolean asks =
                !invoice.credits() && !invoice.test() && "EUR".equals(invoice.currency()) && invoice.payment() != null;
        return asks ? new PaymentCode(invoice).data() : null;
    }

    private String data() {
        String iban = plain(payment.iban()).replace(" ", "").toUpperCase(Locale.ROOT);
        String name = name();
        BigDecimal amount = invoice.totals().payable().amount();
        boolean transfer = payment.means() == null || List.of("30", "58").contains(payment.means());
        boolean payable = amount.signum() > 0 && amount.compareTo(MOST) <= 0;
        if (!transfer || !payable || name.isEmpty() || !iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return null;
        }
        String data = String.join(
                "\n",
                "BCD",
                VERSION,
                UTF_8,
                "SCT",
                bic(),
                name,
                iban,
                "EUR" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                "",
                structured(),
                unstructured());
        boolean fits = unstructured().length() <= UNSTRUCTURED_LENGTH
                && data.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
        return fits ? data.stripTrailing() : null;
    }

    /**
     * Whose account it is. Of a longer name the beginning is no loss: a SEPA credit transfer takes 70 characters of it, whoever types
     * it, and all of it stands in print beside the code.
     */
    private String name() {
        String holder = plain(payment.holder());
        String name = holder.isEmpty() ? plain(invoice.seller().name()) : holder;
        return Fitting.beginning(name, NAME_LENGTH).strip();
    }

    /** Version 002 needs none inside the European Economic Area. */
    private String bic() {
        String bic = plain(payment.bic()).replace(" ", "").toUpperCase(Locale.ROOT);
        return bic.matches("[A-Z0-9]{8}([A-Z0-9]{3})?") ? bic : "";
    }

    /** A creditor reference by ISO 11649; banks know the Belgian structured communication by its look in the other field. */
    private String structured() {
        String reference = plain(payment.reference()).replace(" ", "").toUpperCase(Locale.ROOT);
        return reference.matches("RF\\d{2}[A-Z0-9]{1,21}") ? reference : "";
    }

    private String unstructured() {
        if (!structured().isEmpty()) {
            return "";
        }
        String reference = plain(payment.reference());
        return reference.isEmpty() ? plain(invoice.number().value()) : reference;
    }

    /** One line: a line break would begin the next field. */
    private static String plain(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
