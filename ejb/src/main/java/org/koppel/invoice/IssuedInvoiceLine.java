package org.koppel.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;
import org.koppel.document.InvoiceLine;

/** What a line charges or gives back, and of which line of which order. */
@Embeddable
class IssuedInvoiceLine {
    private String number;

    @Column(name = "purchase_order")
    private UUID order;

    @Column(name = "order_line")
    private String orderLine;

    private String article;
    private BigDecimal quantity;
    private String unit;
    private BigDecimal amount;

    protected IssuedInvoiceLine() {} // for JPA

    /** @param itsOrder null when it charges none */
    IssuedInvoiceLine(InvoiceLine line, UUID itsOrder) {
        number = line.number();
        order = itsOrder;
        orderLine = line.orderLine();
        article = line.item().sellersId();
        quantity = line.quantity().value();
        unit = line.quantity().unit().value();
        amount = line.amount().amount();
    }
}
