package org.koppel.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koppel.document.LineStatus;

/** How a line of a purchase order stood at some moment, kept as JSON by these names. What belongs to an answer may be null. */
public record OrderLineState(
        String number,
        String article,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal expectedPrice,
        BigDecimal agreedPrice,
        LineStatus status,
        BigDecimal confirmed,
        LocalDate deliveryDate,
        BigDecimal backordered,
        LocalDate backorderDate) {}
