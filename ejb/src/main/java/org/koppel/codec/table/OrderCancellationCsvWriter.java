package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;

/** The cancellation of an order as CSV, one row for each line, for a back office. */
@ApplicationScoped
public class OrderCancellationCsvWriter implements DocumentWriter<OrderCancellation> {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String fileExtension() {
        return CsvFormat.ID.value();
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        CsvFormat.write(OrderTable.CANCELLATIONS, document, settings, out);
    }
}
