package org.koppel.document;

import org.koppel.shared.Money;

/**
 * The totals of an invoice (BG-22): {@code lines} without VAT, {@code allowances} and {@code charges} of the whole invoice (null
 * when there are none), {@code net} and {@code gross} without and with VAT ({@code tax}), {@code prepaid} and {@code rounding} (may be
 * null), and what is to be paid, or in a credit note is given back.
 */
public record InvoiceTotals(
        Money lines,
        Money allowances,
        Money charges,
        Money net,
        Money tax,
        Money gross,
        Money prepaid,
        Money rounding,
        Money payable) {}
