package org.koppel.document;

/**
 * Something the buyer wants to see again on every answer. {@code name} tells references of one kind apart (the name of a cXML
 * Extrinsic, the segment of an accounting string) and may be null; {@code value} never is.
 */
public record Reference(Kind kind, String name, String value) {

    /** What a reference refers to. */
    public enum Kind {
        /** The buyer's purchase requisition. */
        REQUISITION,
        /** A contract or master agreement. */
        CONTRACT,
        /** Cost centre, project or account; {@code name} says which. */
        ACCOUNTING,
        /** The supplier's cart or quote that the line came from (cXML SupplierPartAuxiliaryID, OCI EXT_QUOTE_ID). */
        CART,
        /** The supplier's own order number, when the buyer names it. */
        SUPPLIER_ORDER,
        /** A file that the buyer gave along in the shop, or inside the order; {@code name} is the file's, the value our id of it. */
        ATTACHMENT,
        /** Anything else by name (cXML Extrinsic, UBL AdditionalDocumentReference). */
        OTHER
    }

    public static Reference of(Kind kind, String value) {
        return new Reference(kind, null, value);
    }
}
