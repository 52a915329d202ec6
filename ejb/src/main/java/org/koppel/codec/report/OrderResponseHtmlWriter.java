package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.OrderResponse;

/**
 * Writes an order confirmation as one HTML file for a mail. Language (nl, fr, de, en) and country come from the response; the settings decide only
 * when it names no language.
 */
@ApplicationScoped
public class OrderResponseHtmlWriter extends ReportWriter<OrderResponse> {

    public OrderResponseHtmlWriter() {
        super(OrderResponse.class, Medium.HTML, "order-response-html");
    }

    @Override
    ReportContent content(OrderResponse response, FormatSettings settings) throws DocumentException {
        return ReportContent.of(response, settings);
    }
}
