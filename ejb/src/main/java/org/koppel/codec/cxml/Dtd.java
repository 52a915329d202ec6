package org.koppel.codec.cxml;

import java.util.regex.Pattern;
import org.koppel.codec.FormatSettings;

/**
 * The published files that describe what Koppel writes. Each stands on its own, and a document names the one that knows it, in the version of the
 * option {@code dtd} or else in its usual one (cXML Reference Guide, "cXML DTDs"; docs/decisions/0103).
 */
enum Dtd {
    /** Answers and status; 1.2.014 is the oldest in common use. */
    CXML("cXML", "1.2.014"),
    /** ConfirmationRequest and ShipNoticeRequest. */
    FULFILL("Fulfill", Dtd.AS_WRITTEN),
    /** InvoiceDetailRequest. */
    INVOICE_DETAIL("InvoiceDetail", Dtd.AS_WRITTEN);

    /** The version after whose content models Koppel writes: older ones lack exemptDetail (before 1.2.021), or more. */
    private static final String AS_WRITTEN = "1.2.071";

    private static final Pattern VERSION = Pattern.compile("1\\.[0-9]\\.[0-9]{3}");

    private final String file;
    private final String usual;

    Dtd(String file, String usual) {
        this.file = file;
        this.usual = usual;
    }

    /** What stands before the root element. */
    String doctype(FormatSettings settings) {
        return "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/" + version(settings) + "/" + file + ".dtd\">";
    }

    /** Whether the version that is named knows what came with another one, such as 1.2.021. */
    boolean isAtLeast(String version, FormatSettings settings) {
        return version(settings).compareTo(version) >= 0;
    }

    private String version(FormatSettings settings) {
        String wanted = settings.option("dtd", usual);
        return VERSION.matcher(wanted).matches() ? wanted : usual;
    }
}
