package org.koppel.transport.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.koppel.transport.Part;

/** The body of a request: one part as it is, several as {@code multipart/mixed} (RFC 2046, 5.1.3). */
record Envelope(String contentType, byte[] content) {

    static Envelope of(UUID delivery, List<Part> parts) {
        return parts.size() == 1
                ? new Envelope(parts.get(0).mediaType(), parts.get(0).content())
                : mixed("koppel-" + delivery, parts);
    }

    private static Envelope mixed(String boundary, List<Part> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Part part : parts) {
            out.writeBytes(ascii("--" + boundary + "\r\nContent-Type: " + part.mediaType()
                    + "\r\nContent-Disposition: attachment; filename=\"" + part.fileName() + "\"\r\n\r\n"));
            out.writeBytes(part.content());
            out.writeBytes(ascii("\r\n"));
        }
        out.writeBytes(ascii("--" + boundary + "--\r\n"));
        return new Envelope("multipart/mixed; boundary=\"" + boundary + '"', out.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
