package org.koppel.document;

import java.math.BigDecimal;
import org.koppel.shared.Money;

/**
 * VAT of one category and rate on an invoice (BG-23): {@code category} by UNCL 5305, {@code percent} such as 21, amounts rounded to
 * cents. {@code exemption} (a VATEX code) or {@code reason} (words) says why there is none, where there is none; may be null.
 */
public record InvoiceTax(
        String category, BigDecimal percent, Money taxable, Money tax, String exemption, String reason) {}
