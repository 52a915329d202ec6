package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderCancellation;

/** The cancellation of an order as XLSX, one row for each line, for a back office. */
@ApplicationScoped
public class OrderCancellationXlsxWriter implements DocumentWriter<OrderCancellation> {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public String mediaType() {
        return XlsxFormat.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return XlsxFormat.ID.value();
    }

    @Override
    public void write(OrderCancellation document, FormatSettings settings, OutputStream out) throws IOException {
        XlsxFormat.write(OrderTable.CANCELLATIONS, document, out);
    }
}
