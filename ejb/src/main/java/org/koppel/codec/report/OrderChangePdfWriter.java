package org.koppel.codec.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.document.OrderChange;

/** Writes the change of an order as a tagged PDF on A4, for a back office, in the language of its channel (nl, fr, de, en). */
@ApplicationScoped
public class OrderChangePdfWriter implements DocumentWriter<OrderChange> {
    private final ReportTemplate template = new ReportTemplate("order-response-pdf");

    @Override
    public FormatId format() {
        return OrderResponsePdfWriter.FORMAT;
    }

    @Override
    public Class<OrderChange> documentClass() {
        return OrderChange.class;
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileExtension() {
        return "pdf";
    }

    @Override
    public void write(OrderChange document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        ReportContent content = OrderContent.of(OrderMessage.of(document), settings);
        out.write(Rendering.of(document.type() + " " + document.number(), () -> PdfExport.of(template, content)));
    }
}
