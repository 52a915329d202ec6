package org.koppel.web.cxml;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A bare cXML Response for the cases in which the inbox could not be asked, so that a buyer's system always gets cXML (cXML 1.2
 * User's Guide, "Response" and status codes).
 */
public record CxmlStatus(int code, String text, String detail) {

    /** @param detail what to do, in plain text without markup */
    public static CxmlStatus of(int code, String text, String detail) {
        return new CxmlStatus(code, text, detail);
    }

    public byte[] toXml(Clock clock) {
        // a numeric offset, never "Z", as the guide wants it
        String now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "+00:00");
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">\n"
                        + "<cXML payloadID=\"" + UUID.randomUUID() + "@koppel\" timestamp=\"" + now
                        + "\" xml:lang=\"en\">"
                        + "<Response><Status code=\"" + code + "\" text=\"" + escaped(text) + "\" xml:lang=\"en\">"
                        + escaped(detail) + "</Status></Response></cXML>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
