package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderResponse;

/** The writers of Peppol documents with the official rules, for tests of every format. */
public final class CheckedPeppol {
    private static final PeppolRules RULES = new PeppolRules();

    private CheckedPeppol() {}

    /** On behalf of a supplier, as the outbox has it written. */
    public static DocumentWriter<Order> order() {
        PeppolOrderWriter writer = new PeppolOrderWriter() {
            @Override
            public void write(Order document, FormatSettings settings, OutputStream out)
                    throws DocumentException, IOException {
                super.write(document, settings.of(PeppolOrderWritersTest.SUPPLIER), out);
            }
        };
        writer.rules = RULES;
        return writer;
    }

    /** As {@link #order()}. */
    public static DocumentWriter<OrderChange> orderChange() {
        PeppolOrderChangeWriter writer = new PeppolOrderChangeWriter() {
            @Override
            public void write(OrderChange document, FormatSettings settings, OutputStream out)
                    throws DocumentException, IOException {
                super.write(document, settings.of(PeppolOrderWritersTest.SUPPLIER), out);
            }
        };
        writer.rules = RULES;
        return writer;
    }

    public static DocumentWriter<OrderResponse> orderResponse() {
        PeppolOrderResponseWriter writer = new PeppolOrderResponseWriter();
        writer.rules = RULES;
        return writer;
    }

    public static DocumentWriter<DespatchAdvice> despatchAdvice() {
        PeppolDespatchAdviceWriter writer = new PeppolDespatchAdviceWriter();
        writer.rules = RULES;
        return writer;
    }

    public static DocumentWriter<Invoice> invoice() {
        PeppolInvoiceWriter writer = new PeppolInvoiceWriter();
        writer.rules = RULES;
        return writer;
    }
}
