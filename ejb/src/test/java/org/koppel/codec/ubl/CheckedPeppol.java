package org.koppel.codec.ubl;

import org.koppel.codec.DocumentWriter;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.OrderResponse;

/** The writers of Peppol documents with the official rules, for tests of every format. */
public final class CheckedPeppol {
    private static final PeppolRules RULES = new PeppolRules();

    private CheckedPeppol() {}

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
