package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/** Reads answers of the back office from XLSX. */
@ApplicationScoped
public class OrderResponseXlsxReader implements DocumentReader<OrderResponse> {

    @Override
    public FormatId format() {
        return XlsxFormat.ID;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderResponse> sink)
            throws DocumentException, IOException {
        OrderResponseRows.DOCUMENTS.read(format(), in, settings, sink);
    }
}
