package org.koppel.document;

import java.math.BigDecimal;
import org.koppel.shared.Money;

/**
 * VAT of one category and rate (UBL {@code cac:TaxSubtotal}): {@code category} by UNCL 5305 ({@code S}, {@code Z}, {@code AE}),
 * {@code percent} such as 21, amounts rounded to cents.
 */
public record TaxSubtotal(String category, BigDecimal percent, Money taxable, Money tax) {}
