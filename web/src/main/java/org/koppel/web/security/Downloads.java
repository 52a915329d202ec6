package org.koppel.web.security;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.koppel.operations.Content;

/** Stored bytes as an answer; a browser that opens them runs nothing of them. */
public final class Downloads {
    private Downloads() {}

    /** To be saved, not shown. */
    public static Response attachment(Content content) {
        return attachment(content.mediaType(), content.fileName(), content.bytes());
    }

    /** To be saved, not shown. @param mediaType as the sender said it, or null */
    public static Response attachment(String mediaType, String fileName, byte[] bytes) {
        return answer(mediaType, fileName, bytes, "attachment");
    }

    /** To be shown, where the browser can. */
    public static Response inline(Content content) {
        return answer(content.mediaType(), content.fileName(), content.bytes(), "inline");
    }

    private static Response answer(String mediaType, String fileName, byte[] bytes, String disposition) {
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, mediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(disposition, fileName))
                .header(SecurityHeaders.POLICY, SecurityHeaders.SANDBOX)
                .build();
    }

    /**
     * The header's value: a name of plain letters for whoever reads no other, and the very name as RFC 6266 writes it where that is
     * different.
     */
    static String disposition(String how, String fileName) {
        String plain = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String header = how + "; filename=\"" + plain + "\"";
        return plain.equals(fileName) ? header : header + "; filename*=UTF-8''" + percent(fileName);
    }

    /** All but letters, digits and three signs as bytes of UTF-8, each as RFC 8187 writes it; so nothing can end the header. */
    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** What the sender said, when it is a media type at all. */
    private static String mediaType(String given) {
        try {
            return given == null || given.isBlank()
                    ? MediaType.APPLICATION_OCTET_STREAM
                    : MediaType.valueOf(given).toString();
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_OCTET_STREAM; // a header nobody can read is no reason to keep the bytes back
        }
    }
}
