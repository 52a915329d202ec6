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

/** Descriptions of EDI messages, read once from the resources of the package that owns them. */
public final class EdiSchemas {
    private static final Pattern SEGMENT = Pattern.compile("<segmentType .*?</segmentType>", Pattern.DOTALL);
    private static final Pattern ANY = Pattern.compile("<any maxOccurs=\"(\\d+)\"/>");
    private static final String PLACE = "<composite type=\"ANYPLACE\"/>";
    private static final String TYPES = "<elementType name=\"ANYTEXT\" code=\"ANY\" minLength=\"0\" maxLength=\"99999\"/>"
            + "<compositeType name=\"ANYPLACE\"><sequence>" + "<element type=\"ANYTEXT\"/>".repeat(15)
            + "</sequence></compositeType>";

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
            String schema = slim(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return SchemaFactory.newFactory()
                    .createSchema(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)));
        } catch (EDISchemaException e) {
            throw new IllegalStateException("Our own " + resource + " is not a description of a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /**
     * With a place of 15 components, as many as a composite has, for each that may hold anything. The library's own {@code any} has a
     * hundred, and it looks at every component of a description again whenever a loop begins: an order of 10,000 lines took a minute.
     */
    private static String slim(String schema) {
        Matcher segments = SEGMENT.matcher(schema);
        String slim = segments.replaceAll(segment -> Matcher.quoteReplacement(ANY.matcher(segment.group())
                .replaceAll(any -> PLACE.repeat(Integer.parseInt(any.group(1))))));
        return slim.equals(schema) ? schema : slim.replace("</schema>", TYPES + "</schema>");
    }
}
