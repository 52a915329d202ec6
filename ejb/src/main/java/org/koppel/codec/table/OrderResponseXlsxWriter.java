package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** A confirmation as a spreadsheet, one row for each line. */
@ApplicationScoped
public class OrderResponseXlsxWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
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
    public void write(OrderResponse response, FormatSettings settings, OutputStream out) throws IOException {
        XlsxFormat.write(OrderResponseTable.TABLE, response, out);
    }
}
