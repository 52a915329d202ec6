package org.koppel.codec;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Descriptions of EDI messages, read once from the resources of the package that owns them. In them {@code <any maxOccurs="12"/>} stands for up to
 * twelve elements of a segment that are passed over, {@code <plain maxOccurs="12"/>} for such that have no components.
 */
public final class EdiSchemas {
    /**
     * StAEDI's own {@code any} has a hundred components. It builds the whole tree of a description for every interchange and walks it for every
     * message, so these made up nine tenths of the work.
     */
    private static final Pattern PASSED_OVER = Pattern.compile("<(any|plain) maxOccurs=\"(\\d+)\"/>");

    private static final String ANY = "<composite type=\"FREE\" maxOccurs=\"99\"/>";
    private static final String PLAIN = "<element type=\"PLAIN\"/>";
    /** No composite of the messages that are read has more components, but for C001 of X12, which stands in the descriptions. */
    private static final String TYPES = "<elementType name=\"PLAIN\" code=\"PLAIN\" minLength=\"0\" maxLength=\"99999\"/>"
            + "<compositeType name=\"FREE\"><sequence><any maxOccurs=\"8\"/></sequence></compositeType>";

    private EdiSchemas() {}

    /** Chooses the description of a message by its type and version; null when it is not taken. */
    @FunctionalInterface
    public interface Choice {
        Schema of(String type, String version);
    }

    /** @param resource a file beside {@code owner} */
    public static Schema load(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + owner);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaFactory.newFactory()
                    .createSchema(new ByteArrayInputStream(narrowed(text).getBytes(StandardCharsets.UTF_8)));
        } catch (EDISchemaException e) {
            throw new IllegalStateException("Our own " + resource + " is not a description of a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    private static String narrowed(String description) {
        String narrow = PASSED_OVER
                .matcher(description)
                .replaceAll(found ->
                        (found.group(1).equals("any") ? ANY : PLAIN).repeat(Integer.parseInt(found.group(2))));
        return narrow.equals(description)
                ? description
                : narrow.replaceFirst("(?=<segmentType)", Matcher.quoteReplacement(TYPES));
    }
}
