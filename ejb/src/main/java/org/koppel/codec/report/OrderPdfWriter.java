package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.Order;

/** Writes an order as a tagged PDF on A4, for a back office, in the language of its channel (nl, fr, de, en). */
@ApplicationScoped
public class OrderPdfWriter extends ReportWriter<Order> {

    public OrderPdfWriter() {
        super(Order.class, Medium.PDF, "order-response-pdf");
    }

    @Override
    ReportContent content(Order order, FormatSettings settings) throws DocumentException {
        return OrderContent.of(OrderMessage.of(order), settings);
    }
}
