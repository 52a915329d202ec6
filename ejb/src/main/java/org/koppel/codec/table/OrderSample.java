package org.koppel.codec.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** An order as a customer may send it that agreed nothing: a test, so that nobody delivers it. */
final class OrderSample {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final Order ORDER = new Order(
            new DocumentNumber("SAMPLE-1"),
            null,
            MONDAY.atStartOfDay().atOffset(ZoneOffset.UTC),
            "EUR",
            null,
            true,
            new Party(null, null, null, new Contact(null, "An Peeters", null, null), null),
            null,
            new Address("HQ", null, null, null, null, null, null, null),
            null,
            null,
            null,
            List.of(),
            List.of(
                    line("10", "100001", Quantity.of("5", "H87"), "KP-100"),
                    line("20", "100002", Quantity.of("2", "H87"), "KP-200")));

    private OrderSample() {}

    private static OrderLine line(String number, String article, Quantity quantity, String costCentre) {
        return new OrderLine(
                number,
                new Item(article, null, null, null, null, null, List.of()),
                quantity,
                null,
                null,
                null,
                null,
                List.of(Reference.of(Reference.Kind.ACCOUNTING, costCentre)));
    }

    static byte[] written(DocumentWriter<Order> writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(ORDER, FormatSettings.DEFAULT, out);
        } catch (DocumentException e) {
            throw new IllegalStateException("The sample order cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
        return out.toByteArray();
    }
}
