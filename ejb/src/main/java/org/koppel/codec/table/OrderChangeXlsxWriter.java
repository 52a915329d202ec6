package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** The change of an order as XLSX, one row for each line, for a back office. */
@ApplicationScoped
public class OrderChangeXlsxWriter implements DocumentWriter<OrderChange> {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
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
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OrderMessage.requireComplete(document);
        XlsxFormat.write(OrderTable.CHANGES, document, out);
    }
}
