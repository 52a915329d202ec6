package org.koppel.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.shared.DocumentNumber;

/**
 * An invoice or credit note (EN 16931; UBL 2.1 Invoice and CreditNote, cXML InvoiceDetailRequest, EDIFACT INVOIC, X12 810).
 * Always there: {@code number}, {@code issuedOn}, {@code currency} (ISO 4217) and at least one line. In a complete one, as it goes
 * out, {@code seller}, {@code buyer}, {@code taxes} and {@code totals} are there too; a back office may leave out what Koppel knows.
 * The amounts of a credit note are positive.
 *
 * <ul>
 *   <li>{@code customer}: Koppel's key of who is charged; {@code buyer} who ordered, {@code invoicee} who pays, null for the buyer
 *   <li>{@code order}: the buyer's number (BT-13), null when the lines name several; {@code orderMessageId} the buyer's id of the
 *       order's message
 *   <li>{@code buyerReference} (BT-10), {@code despatch} the delivery note (BT-16), {@code project} (BT-11); what else the order
 *       gave stands in {@code references}
 *   <li>{@code dueOn} (BT-9), {@code taxPointOn} (BT-7), {@code shipTo} and {@code deliveredOn} (BG-13), {@code preceding} the
 *       invoices that it credits or follows (BG-3)
 * </ul>
 */
public record Invoice(
        DocumentNumber number,
        Kind kind,
        String customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate taxPointOn,
        String currency,
        String language,
        boolean test,
        String note,
        String buyerReference,
        DocumentNumber order,
        OffsetDateTime orderIssuedAt,
        String orderMessageId,
        String despatch,
        String project,
        List<Preceding> preceding,
        Party seller,
        Party buyer,
        Party invoicee,
        Address shipTo,
        LocalDate deliveredOn,
        Period period,
        Payment payment,
        List<Reference> references,
        List<AllowanceCharge> allowanceCharges,
        List<InvoiceLine> lines,
        List<InvoiceTax> taxes,
        InvoiceTotals totals)
        implements Document {

    /** What it is, by UNCL 1001: 380 or 381. */
    public enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** UNCL 1001. */
        public String code() {
            return code;
        }
    }

    /** An earlier invoice that this one credits or follows; its day may be null. */
    public record Preceding(DocumentNumber number, LocalDate issuedOn) {}

    /** The days that are charged (BG-14); either may be null. */
    public record Period(LocalDate from, LocalDate until) {}

    /**
     * How to pay: {@code means} by UNCL 4461 ({@code 30} credit transfer, {@code 58} SEPA), {@code reference} what the payer repeats
     * (Belgian structured communication, KID, ISO 11649, or free), the account with its {@code holder}, and the {@code terms} in
     * words. Everything may be null.
     */
    public record Payment(String means, String reference, String iban, String bic, String holder, String terms) {}

    public Invoice {
        kind = kind == null ? Kind.INVOICE : kind;
        preceding = preceding == null ? List.of() : List.copyOf(preceding);
        references = references == null ? List.of() : List.copyOf(references);
        allowanceCharges = allowanceCharges == null ? List.of() : List.copyOf(allowanceCharges);
        lines = lines == null ? List.of() : List.copyOf(lines);
        taxes = taxes == null ? List.of() : List.copyOf(taxes);
    }

    /** Whether it gives back what another one charged. */
    public boolean credits() {
        return kind == Kind.CREDIT_NOTE;
    }

    /** Who is charged: the invoicee where there is one. May be null in one that is not complete. */
    public Party debtor() {
        return invoicee == null ? buyer : invoicee;
    }

    /** The same with other lines, VAT and totals. */
    public Invoice reckoned(List<InvoiceLine> itsLines, List<InvoiceTax> itsTaxes, InvoiceTotals itsTotals) {
        return new Invoice(
                number,
                kind,
                customer,
                issuedOn,
                dueOn,
                taxPointOn,
                currency,
                language,
                test,
                note,
                buyerReference,
                order,
                orderIssuedAt,
                orderMessageId,
                despatch,
                project,
                preceding,
                seller,
                buyer,
                invoicee,
                shipTo,
                deliveredOn,
                period,
                payment,
                references,
                allowanceCharges,
                itsLines,
                itsTaxes,
                itsTotals);
    }
}
