package org.koppel.invoice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.inbound.Received;

/** An invoice or credit note that was taken and sent on. It never changes. */
@Entity
@Table(name = "invoice")
class IssuedInvoice {
    @Id
    private UUID id;

    private String number;

    @Enumerated(EnumType.STRING)
    private Invoice.Kind kind;

    private String customer;
    private UUID received;
    private UUID document;
    private byte[] digest;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    private String currency;
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal payable;
    private boolean test;

    @Column(name = "taken_at")
    private Instant takenAt;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice"))
    @OrderColumn(name = "position")
    private List<IssuedInvoiceLine> lines = new ArrayList<>();

    protected IssuedInvoice() {} // for JPA

    /**
     * @param digest SHA-256 of what the back office said
     * @param itsDocument as the customer gets it
     */
    IssuedInvoice(Invoice invoice, byte[] digest, Received from, UUID itsDocument, BilledOrders billed, Instant at) {
        this.id = UUID.randomUUID();
        this.number = invoice.number().value();
        this.kind = invoice.kind();
        this.customer = from.customer().value();
        this.received = from.document();
        this.document = itsDocument;
        this.digest = digest.clone();
        this.issuedOn = invoice.issuedOn();
        this.dueOn = invoice.dueOn();
        this.currency = invoice.currency();
        this.net = invoice.totals().net().amount();
        this.tax = invoice.totals().tax().amount();
        this.payable = invoice.totals().payable().amount();
        this.test = invoice.test();
        this.takenAt = at;
        for (InvoiceLine line : invoice.lines()) {
            lines.add(
                    new IssuedInvoiceLine(line, billed.of(line).map(o -> o.id()).orElse(null)));
        }
    }

    boolean says(byte[] otherDigest) {
        return Arrays.equals(digest, otherDigest);
    }
}
