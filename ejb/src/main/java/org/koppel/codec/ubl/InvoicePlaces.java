package org.koppel.codec.ubl;

import java.util.ArrayList;
import java.util.List;
import org.koppel.document.Invoice;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/**
 * Where the references of an invoice stand: EN 16931 has a place for one sales order, one contract and one accounting reference; every
 * other one is a supporting document (BG-24) by its name, so that none is lost.
 */
final class InvoicePlaces {
    private final String salesOrder;
    private final String contract;
    private final String accountingCost;
    private final List<Reference> others;

    private InvoicePlaces(List<Reference> references, String buyerReference, boolean ofLine) {
        List<Reference> rest = new ArrayList<>(references);
        rest.removeIf(r -> buyerReference != null && r.kind() == Kind.OTHER && buyerReference.equals(r.value()));
        ReferencePlaces places = new ReferencePlaces(rest);
        salesOrder = ofLine ? null : places.take(Kind.SUPPLIER_ORDER);
        contract = ofLine ? null : places.take(Kind.CONTRACT);
        accountingCost = places.take(Kind.ACCOUNTING);
        others = List.copyOf(places.rest());
    }

    static InvoicePlaces of(Invoice invoice) {
        return new InvoicePlaces(invoice.references(), invoice.buyerReference(), false);
    }

    static InvoicePlaces ofLine(List<Reference> references) {
        return new InvoicePlaces(references, null, true);
    }

    String salesOrder() {
        return salesOrder;
    }

    String contract() {
        return contract;
    }

    String accountingCost() {
        return accountingCost;
    }

    List<Reference> others() {
        return others;
    }
}
