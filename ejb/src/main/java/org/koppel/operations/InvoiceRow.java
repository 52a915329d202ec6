package org.koppel.operations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An invoice or credit note as lists show it; {@code document} is what the customer gets, {@code dueOn} may be null. */
public record InvoiceRow(
        UUID id,
        String number,
        String kind,
        String customer,
        UUID document,
        UUID received,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal payable,
        boolean test,
        Instant takenAt) {}
