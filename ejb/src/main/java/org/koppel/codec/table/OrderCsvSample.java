package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.PublishedSchema;

/** The sample order in the columns that need no agreement. */
@ApplicationScoped
public class OrderCsvSample implements PublishedSchema {
    private final byte[] file = OrderSample.written(new OrderCsvWriter());

    @Override
    public String name() {
        return "order-sample.csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    public byte[] content() {
        return file.clone();
    }
}
