package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Order;

/** An order as DBF, one row for each line, for a back office. */
@ApplicationScoped
public class OrderDbfWriter implements DocumentWriter<Order> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<Order> documentClass() {
        return Order.class;
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
    public void write(Order document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        DbfFormat.write(OrderTable.ORDERS, document, settings, out);
    }
}
