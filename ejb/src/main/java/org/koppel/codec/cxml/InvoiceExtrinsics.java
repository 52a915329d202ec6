package org.koppel.codec.cxml;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/** The extrinsics of an invoice: fields that cXML has no element for, by the names that we write them under, and references. */
final class InvoiceExtrinsics {
    private static final Map<String, Kind> KINDS = Map.of(
            "requisitionID", Kind.REQUISITION,
            "agreementID", Kind.CONTRACT,
            "Accounting", Kind.ACCOUNTING,
            "SupplierPartAuxiliaryID", Kind.CART,
            "SupplierOrderInfo", Kind.SUPPLIER_ORDER);

    private final Fields fields;
    private final References references;
    private String buyerReference;
    private String project;
    private String paymentReference;
    private String paymentTerms;
    private LocalDate due;

    InvoiceExtrinsics(Fields fields) {
        this.fields = fields;
        this.references = new References(fields);
    }

    void read() throws DocumentException, IOException {
        String name = fields.attribute("name", Cxml.NAME_LENGTH, "Extrinsic/@name");
        String value = fields.deepText(Cxml.TEXT_LENGTH, "Extrinsic");
        switch (name == null ? "" : name) {
            case "BuyerReference" -> buyerReference = value;
            case "Project" -> project = value;
            case "PaymentReference" -> paymentReference = value;
            case "PaymentTerms" -> paymentTerms = value;
            case "DueDate" -> due = fields.date(value, "Extrinsic DueDate");
            default -> add(references, name, value);
        }
    }

    /** A reference of the order, where the invoice has an element for it. */
    void add(Kind kind, String value) {
        references.add(kind, null, value);
    }

    static void add(References references, String name, String value) {
        Kind kind = KINDS.get(String.valueOf(name));
        references.add(kind == null ? Kind.OTHER : kind, kind == null ? name : null, value);
    }

    List<Reference> references() {
        return references.all();
    }

    String buyerReference() {
        return buyerReference;
    }

    String project() {
        return project;
    }

    String paymentReference() {
        return paymentReference;
    }

    String paymentTerms() {
        return paymentTerms;
    }

    LocalDate due() {
        return due;
    }
}
