package org.koppel.codec.ubl;

/** The Peppol BIS transactions that are read or written here, by what they call themselves. */
public enum PeppolDocument {
    /** T77: the cart of a punch-out, written as a UBL Catalogue. */
    PUNCH_OUT("punch_out", "punch_out", "punch-out"),
    /** T01. */
    ORDER("order", "ordering", "order"),
    /** T76. */
    ORDER_RESPONSE("order_response", "ordering", "order-response"),
    /** T16. */
    DESPATCH_ADVICE("despatch_advice", "despatch_advice", "despatch-advice"),
    /** T114, UBL 2.3. */
    ORDER_CHANGE("order_change", "advanced_ordering", "order-change"),
    /** T115, UBL 2.3. */
    ORDER_CANCELLATION("order_cancellation", "advanced_ordering", "order-cancellation"),
    /** T116, UBL 2.3: the answer to a change or cancellation. */
    ORDER_RESPONSE_ADVANCED("order_response_advanced", "advanced_ordering", "order-response-advanced"),
    /** T71: what became of a message. */
    MESSAGE_LEVEL_RESPONSE("mlr", "mlr", "mlr"),
    /** BIS Billing 3, with the rules of EN 16931. */
    INVOICE(null, null, "invoice"),
    /** BIS Billing 3, with the rules of EN 16931. */
    CREDIT_NOTE(null, null, "creditnote");

    private static final String BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String BILLING_PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private final String transaction;
    private final String profile;
    private final String rules;

    PeppolDocument(String transaction, String profile, String rules) {
        this.transaction = transaction;
        this.profile = profile;
        this.rules = rules;
    }

    public String customizationId() {
        return transaction == null ? BILLING : "urn:fdc:peppol.eu:poacc:trns:" + transaction + ":3";
    }

    public String profileId() {
        return profile == null ? BILLING_PROFILE : "urn:fdc:peppol.eu:poacc:bis:" + profile + ":3";
    }

    /** What its rules are called, whatever the release. */
    String rules() {
        return rules;
    }
}
