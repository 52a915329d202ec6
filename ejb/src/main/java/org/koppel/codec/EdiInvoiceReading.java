package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** Reads an invoice or credit note, and checks it as every invoice is checked. */
public abstract class EdiInvoiceReading extends EdiLineReading<InvoiceLine> {
    protected final List<Reference> references = new ArrayList<>();
    protected final List<Preceding> preceding = new ArrayList<>();
    protected final List<AllowanceCharge> extras = new ArrayList<>();
    protected final StringBuilder note = new StringBuilder();
    protected final StringBuilder terms = new StringBuilder();
    protected LocalDate issued;
    protected LocalDate delivered;
    protected LocalDate taxPoint;
    protected LocalDate due;
    protected String currency;
    protected String despatch;
    protected String buyerReference;
    protected String project;
    protected String paymentReference;

    /** @param currency where the message names none */
    protected EdiInvoiceReading(EdiFields fields, boolean test, String currency) {
        super(fields, test);
        this.currency = currency;
    }

    /** What the invoice is about. {@code number} and {@code ordered} are the order's and may be null. */
    public record Subject(DocumentNumber own, Invoice.Kind kind, String number, OffsetDateTime ordered) {}

    /** Who is in it; all may be null. */
    public record Parties(Party seller, Party buyer, Party invoicee, Address shipTo) {}

    /** The account that is paid to; null without one. */
    public record Account(String iban, String holder, String bic) {}

    /** What is said of the sums; {@code totals} may be null. */
    public record Sums(List<InvoiceTax> taxes, InvoiceTotals totals) {}

    protected final Invoice invoice(Subject subject, Parties parties, Account account, Sums sums) {
        return new Invoice(
                subject.own(),
                subject.kind(),
                null,
                issued,
                due,
                taxPoint,
                currency,
                null,
                test,
                words(note),
                buyerReference,
                subject.number() == null ? null : new DocumentNumber(subject.number()),
                subject.ordered(),
                null,
                despatch,
                project,
                preceding,
                parties.seller(),
                parties.buyer(),
                parties.invoicee(),
                parties.shipTo(),
                delivered,
                null,
                payment(account),
                references,
                extras,
                lines(),
                sums.taxes(),
                sums.totals());
    }

    private Payment payment(Account account) {
        if (account == null && paymentReference == null && terms.isEmpty()) {
            return null;
        }
        return account == null
                ? new Payment(null, paymentReference, null, null, null, words(terms))
                : new Payment(null, paymentReference, account.iban(), account.bic(), account.holder(), words(terms));
    }

    @Override
    protected final void check(Document document, EdiSegment trailer) {
        Problems found = new Problems();
        new InvoiceChecks(found, position -> "line " + position + ", ").check((Invoice) document);
        for (Problem problem : found.all()) {
            problems.add(trailer, 0, 0, Kind.BAD_VALUE, problem.code(), problem.location() + ": " + problem.message());
        }
    }

    /** Null without an amount. */
    public static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
