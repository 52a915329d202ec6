package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.PublishedSchema;

/** The sample order in the columns that need no agreement. */
@ApplicationScoped
public class OrderXlsxSample implements PublishedSchema {
    private final byte[] file = OrderSample.written(new OrderXlsxWriter());

    @Override
    public String name() {
        return "order-sample.xlsx";
    }

    @Override
    public String mediaType() {
        return XlsxFormat.MEDIA_TYPE;
    }

    @Override
    public byte[] content() {
        return file.clone();
    }
}
