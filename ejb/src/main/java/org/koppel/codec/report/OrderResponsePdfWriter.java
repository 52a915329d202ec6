package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/**
 * Writes an order confirmation as a tagged PDF on A4. Language (nl, fr, de, en) and country come from the response; the settings decide only
 * when it names no language.
 */
@ApplicationScoped
public class OrderResponsePdfWriter extends ReportWriter<OrderResponse> {

    public OrderResponsePdfWriter() {
        super(OrderResponse.class, Medium.PDF, "order-response-pdf");
    }

    @Override
    ReportContent content(OrderResponse response, FormatSettings settings) throws DocumentException {
        return ReportContent.of(response, settings);
    }
}
