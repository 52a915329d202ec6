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
    private final Reference salesOrder;
    private final Reference contract;
    private final Reference accounting;
    private final List<Reference> others;

    private InvoicePlaces(List<Reference> references, String buyerReference, boolean ofLine) {
        List<Reference> rest = new ArrayList<>(references);
        rest.removeIf(r -> buyerReference != null && r.kind() == Kind.OTHER && buyerReference.equals(r.value()));
        salesOrder = ofLine ? null : take(rest, Kind.SUPPLIER_ORDER);
        contract = ofLine ? null : take(rest, Kind.CONTRACT);
        accounting = take(rest, Kind.ACCOUNTING);
        others = List.copyOf(rest);
    }

    static InvoicePlaces of(Invoice invoice) {
        return new InvoicePlaces(invoice.references(), invoice.buyerReference(), false);
    }

    static InvoicePlaces ofLine(List<Reference> references) {
        return new InvoicePlaces(references, null, true);
    }

    /** The first of its kind, one without a name before the others. */
    private static Reference take(List<Reference> rest, Kind kind) {
        Reference found = rest.stream()
                .filter(r -> r.kind() == kind && r.name() == null)
                .findFirst()
                .or(() -> rest.stream().filter(r -> r.kind() == kind).findFirst())
                .orElse(null);
        rest.remove(found);
        return found;
    }

    String salesOrder() {
        return salesOrder == null ? null : salesOrder.value();
    }

    String contract() {
        return contract == null ? null : contract.value();
    }

    String accountingCost() {
        return accounting == null ? null : accounting.value();
    }

    List<Reference> others() {
        return others;
    }

    /** What a reader of the document calls it. */
    static String name(Reference reference) {
        if (reference.name() != null && !reference.name().isBlank()) {
            return reference.name();
        }
        return switch (reference.kind()) {
            case REQUISITION -> "Requisition";
            case CONTRACT -> "Contract";
            case ACCOUNTING -> "Accounting";
            case CART -> "Cart";
            case SUPPLIER_ORDER -> "Sales order";
            case ATTACHMENT -> "Attachment";
            case OTHER -> "Reference";
        };
    }
}
