package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** A confirmation as a dBase file, one record for each line. */
@ApplicationScoped
public class OrderResponseDbfWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public String mediaType() {
        return "application/vnd.dbf";
    }

    @Override
    public String fileExtension() {
        return DbfFormat.ID.value();
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        DbfFormat.write(OrderResponseTable.TABLE, response, settings, out);
    }
}
