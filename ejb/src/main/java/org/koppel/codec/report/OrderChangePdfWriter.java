package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order as a tagged PDF on A4, for a back office, in the language of its channel (nl, fr, de, en). */
@ApplicationScoped
public class OrderChangePdfWriter extends ReportWriter<OrderChange> {

    public OrderChangePdfWriter() {
        super(OrderChange.class, Medium.PDF, "order-response-pdf");
    }

    @Override
    ReportContent content(OrderChange change, FormatSettings settings) throws DocumentException {
        return OrderContent.of(OrderMessage.of(change), settings);
    }
}
