package org.koppel.punchout.peppol;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.koppel.punchout.CartItem;

/**
 * A cart as T77 sees it. {@code contract} and {@code buyerReference} may be null; times are local, the transaction knows no
 * zones.
 */
record ShoppingCart(
        String reference,
        LocalDateTime issuedAt,
        LocalDate validUntil,
        String contract,
        String buyerReference,
        Company seller,
        Company buyer,
        List<Line> lines) {

    ShoppingCart {
        lines = List.copyOf(lines);
    }

    /** {@code endpoint} ({@code scheme:value}) and {@code gln} may be null. */
    record Company(String name, String endpoint, String gln) {}

    /** A line with its VAT and its files. */
    record Line(CartItem item, ItemTax tax, List<EnclosedFile> files) {}
}
