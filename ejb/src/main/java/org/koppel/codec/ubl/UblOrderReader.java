package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FileKeeper;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/**
 * Reads a UBL 2.1 {@code Order}, of 2.0 to 2.4 as well. Lenient about order of elements and unknown ones, strict about what an
 * order cannot do without; refuses with all problems at once.
 */
@ApplicationScoped
public class UblOrderReader implements DocumentReader<Order> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<Order> sink)
            throws DocumentException, IOException {
        sink.accept(order(in, settings, FileKeeper.of(sink)));
    }

    static Order order(InputStream in, FormatSettings settings, FileKeeper keeper)
            throws DocumentException, IOException {
        return OrderWalk.through(in, OrderWalk.ORDER, settings, keeper).order();
    }
}
