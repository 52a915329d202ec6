package org.koppel.codec.cxml;

import org.koppel.codec.CxmlVersion;
import org.koppel.codec.FormatSettings;

/**
 * The published files that describe what Koppel writes. Each stands on its own, and a document names the one that knows it, in the version of the
 * option {@code dtd} or else in its usual one (cXML Reference Guide, "cXML DTDs"; docs/decisions/0103).
 */
enum Dtd {
    /** Answers and status. */
    CXML("cXML", CxmlVersion.OLDEST),
    /** OrderRequest. */
    ORDER("cXML", CxmlVersion.AS_WRITTEN),
    /** ConfirmationRequest and ShipNoticeRequest. */
    FULFILL("Fulfill", CxmlVersion.AS_WRITTEN),
    /** InvoiceDetailRequest. */
    INVOICE_DETAIL("InvoiceDetail", CxmlVersion.AS_WRITTEN);

    private final String file;
    private final CxmlVersion usual;

    Dtd(String file, CxmlVersion usual) {
        this.file = file;
        this.usual = usual;
    }

    /** What stands before the root element. */
    String doctype(FormatSettings settings) {
        return "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/"
                + version(settings).value() + "/" + file + ".dtd\">";
    }

    /** The version that is named: what it does not know must not be written. */
    CxmlVersion version(FormatSettings settings) {
        String wanted = settings.option("dtd", usual.value());
        return CxmlVersion.isOne(wanted) ? new CxmlVersion(wanted) : usual;
    }
}
