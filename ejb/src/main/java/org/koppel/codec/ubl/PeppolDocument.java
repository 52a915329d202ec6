package org.koppel.codec.ubl;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.peppol.PeppolValidation2026_05;

/** The Peppol BIS transactions that are read or written here, by what they call themselves. */
public enum PeppolDocument {
    /** T77: the cart of a punch-out, written as a UBL Catalogue. */
    PUNCH_OUT("punch_out", "punch_out", PeppolValidation2026_05.VID_OPENPEPPOL_PUNCH_OUT_V3),
    /** T01. */
    ORDER("order", "ordering", PeppolValidation2026_05.VID_OPENPEPPOL_ORDER_V3),
    /** T76. */
    ORDER_RESPONSE("order_response", "ordering", PeppolValidation2026_05.VID_OPENPEPPOL_ORDER_RESPONSE_V3),
    /** T16. */
    DESPATCH_ADVICE("despatch_advice", "despatch_advice", PeppolValidation2026_05.VID_OPENPEPPOL_DESPATCH_ADVICE_V3),
    /** T114, UBL 2.3. */
    ORDER_CHANGE("order_change", "advanced_ordering", PeppolValidation2026_05.VID_OPENPEPPOL_ORDER_CHANGE_V3),
    /** T115, UBL 2.3. */
    ORDER_CANCELLATION(
            "order_cancellation", "advanced_ordering", PeppolValidation2026_05.VID_OPENPEPPOL_ORDER_CANCELLATION_V3),
    /** T116, UBL 2.3: the answer to a change or cancellation. */
    ORDER_RESPONSE_ADVANCED(
            "order_response_advanced",
            "advanced_ordering",
            PeppolValidation2026_05.VID_OPENPEPPOL_ORDER_RESPONSE_ADVANCED_V3),
    /** BIS Billing 3, with the rules of EN 16931. */
    INVOICE(null, null, PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3),
    /** BIS Billing 3, with the rules of EN 16931. */
    CREDIT_NOTE(null, null, PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);

    private static final String BILLING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
    private static final String BILLING_PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    private final String transaction;
    private final String profile;
    private final DVRCoordinate rules;

    PeppolDocument(String transaction, String profile, DVRCoordinate rules) {
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

    DVRCoordinate rules() {
        return rules;
    }
}
