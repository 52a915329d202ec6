package org.koppel.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An EDIFACT interchange of the demo's customer ediplus. */
final class Interchange {
    private Interchange() {}

    /** @param behindReference what follows the control reference in UNB, with its separator, or "" */
    static String of(String reference, String behindReference, String... messages) {
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + reference + behindReference + "'\n"
                + String.join("\n", messages) + "\nUNZ+" + messages.length + "+" + reference + "'";
    }

    /** An order with one line; {@code quantity} is its QTY segment. */
    static String order(String reference, String number, String quantity) {
        return "UNH+" + reference + "+ORDERS:D:96A:UN:EAN008'BGM+220+" + number + "+9'DTM+137:20261121:102'"
                + "RFF+CT:RV-7'RFF+ADE:KST ?+ 4711'NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'"
                + "LIN+10'PIA+5+100001:SA'" + quantity + "UNS+S'CNT+2:1'UNT+14+" + reference + "'";
    }

    static HttpResponse<String> post(Koppel koppel, String customer, String interchange) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer(customer))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(interchange, StandardCharsets.ISO_8859_1)));
    }
}
