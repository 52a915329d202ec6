package org.koppel.codec.own;

import java.io.IOException;
import java.io.InputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.document.Order;

/** The record {@link Order} as JSON, without its card: that is the parked cart's. */
final class OwnOrder {
    static final FormatId FORMAT = new FormatId("koppel-order");

    private OwnOrder() {}

    static Order read(InputStream in) throws DocumentException, IOException {
        return OwnDocuments.read(JsonTree.read(in), Order.class, OwnChecks::order);
    }
}
