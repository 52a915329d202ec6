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

/** The change of an order as DBF, one row for each line, for a back office. */
@ApplicationScoped
public class OrderChangeDbfWriter implements DocumentWriter<OrderChange> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
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
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        OrderMessage.requireComplete(document);
        DbfFormat.write(OrderTable.CHANGES, document, settings, out);
    }
}
