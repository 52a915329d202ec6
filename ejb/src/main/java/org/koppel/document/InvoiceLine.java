package org.koppel.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/**
 * One line of an {@link Invoice}. {@code number} is unique in the invoice; {@code item}, {@code quantity} and {@code price} (net,
 * without VAT) are always there. {@code orderLine} is the buyer's line number, {@code order} the buyer's order where the invoice
 * itself does not name it, {@code despatch} the delivery note. {@code allowanceCharges} are in {@code amount}, the line's total
 * without VAT (BT-131), which is there in a complete invoice. {@code taxCategory} is of UNCL 5305, {@code taxPercent} such as 21.
 * {@code deliveredOn} and {@code note} may be null.
 */
public record InvoiceLine(
        String number,
        DocumentNumber order,
        String orderLine,
        String despatch,
        Item item,
        Quantity quantity,
        Price price,
        List<AllowanceCharge> allowanceCharges,
        Money amount,
        String taxCategory,
        BigDecimal taxPercent,
        LocalDate deliveredOn,
        String note,
        List<Reference> references) {

    public InvoiceLine {
        allowanceCharges = allowanceCharges == null ? List.of() : List.copyOf(allowanceCharges);
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** The same with its total and category. */
    public InvoiceLine reckoned(Money total, String category) {
        return new InvoiceLine(
                number,
                order,
                orderLine,
                despatch,
                item,
                quantity,
                price,
                allowanceCharges,
                total,
                category,
                taxPercent,
                deliveredOn,
                note,
                references);
    }
}
