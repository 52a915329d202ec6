package org.koppel.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderLine;
import org.koppel.platform.Json;
import org.koppel.shared.UnitCode;

/** One line of a purchase order: what the buyer wants and what was answered. */
@Embeddable
public class PurchaseOrderLine {
    private String number;
    private String article;
    private String description;
    private BigDecimal quantity;
    private String unit;

    @Column(name = "expected_price")
    private BigDecimal expectedPrice;

    @Column(name = "agreed_price")
    private BigDecimal agreedPrice;

    @Enumerated(EnumType.STRING)
    private LineStatus status;

    private BigDecimal confirmed;

    @Column(name = "delivery_date")
    private LocalDate deliveryDate;

    private BigDecimal backordered;

    @Column(name = "backorder_date")
    private LocalDate backorderDate;

    private BigDecimal despatched = BigDecimal.ZERO;

    private String remarks;

    @Column(name = "references_")
    private String references;

    protected PurchaseOrderLine() {} // for JPA

    PurchaseOrderLine(OrderLine line) {
        number = line.number();
        article = line.item().sellersId();
        description = line.item().description();
        quantity = line.quantity().value();
        unit = line.quantity().unit().value();
        expectedPrice = line.price() == null ? null : line.price().perOne().amount();
        references = line.references().isEmpty() ? null : Json.write(line.references());
    }

    boolean isLine(String itsNumber) {
        return number.equals(itsNumber);
    }

    /** What was sold and has not left. */
    BigDecimal outstanding() {
        return confirmed == null ? BigDecimal.ZERO : sold().subtract(despatched);
    }

    /** What was promised, now and later. */
    BigDecimal sold() {
        return confirmed == null ? BigDecimal.ZERO : confirmed.add(backordered);
    }

    void despatch(BigDecimal more) {
        despatched = despatched.add(more);
    }

    String number() {
        return number;
    }

    OrderLineState state() {
        return new OrderLineState(
                number,
                article,
                description,
                quantity,
                unit,
                expectedPrice,
                agreedPrice,
                status,
                confirmed,
                deliveryDate,
                backordered,
                backorderDate);
    }

    void answer(LineDecision decision) {
        status = decision.status();
        confirmed = decision.confirmed();
        deliveryDate = decision.deliveryDate();
        backordered = decision.backordered();
        backorderDate = decision.backorderDate();
        remarks = decision.reasons().isEmpty() ? null : Json.write(decision.reasons());
        decision.offer().ifPresent(offer -> {
            article = offer.article();
            agreedPrice =
                    offer.price() == null ? null : offer.handedPrice().perOne().amount();
            description = offer.description();
            unit = unit.equals(UnitCode.AGREED.value()) ? offer.unit().value() : unit;
        });
    }
}
