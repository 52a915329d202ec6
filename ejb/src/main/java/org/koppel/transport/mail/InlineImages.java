package org.koppel.transport.mail;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.transport.Part;

/**
 * An HTML page whose {@code data:} images (RFC 2397) have become parts of the mail, referred to by {@code cid:} (RFC 2392):
 * mail clients show those and drop {@code data:}. The same image twice becomes one part. The page itself is UTF-8 afterwards.
 */
final class InlineImages {
    private static final Pattern DATA_IMAGE =
            Pattern.compile("data:(image/[a-zA-Z0-9.+-]{1,40});base64,([A-Za-z0-9+/=\\s]++)");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

    private final Map<String, Image> images = new LinkedHashMap<>();
    private final String html;

    /** One image, by the id that the page refers to. */
    record Image(String contentId, String mediaType, byte[] content) {}

    /** {@code unique} ends every content id and makes it unique in the world: {@code <delivery id>@<host>}. */
    InlineImages(Part page, String unique) {
        String source = new String(page.content(), charset(page.mediaType()));
        Matcher matcher = DATA_IMAGE.matcher(source);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Image image = images.computeIfAbsent(
                    matcher.group(),
                    uri -> new Image(
                            "image" + (images.size() + 1) + '.' + unique,
                            matcher.group(1),
                            Base64.getMimeDecoder().decode(matcher.group(2))));
            matcher.appendReplacement(text, Matcher.quoteReplacement("cid:" + image.contentId()));
        }
        html = matcher.appendTail(text).toString();
    }

    String html() {
        return html;
    }

    List<Image> images() {
        return new ArrayList<>(images.values());
    }

    private static Charset charset(String mediaType) {
        Matcher named = CHARSET.matcher(mediaType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8; // what Koppel's own pages are written in
        }
    }
}
