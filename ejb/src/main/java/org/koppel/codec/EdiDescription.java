package org.koppel.codec;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message consists of: groups and segments in their order, with how often each may come, and their elements. Read once from a resource of
 * the package that owns it, in the form of StAEDI's schemas; {@code <any maxOccurs="12"/>} stands there for up to twelve elements of a segment
 * that are passed over, {@code <plain maxOccurs="12"/>} for such that have no components. Does not change, so that all readers share it.
 */
public final class EdiDescription {
    private static final Pattern PASSED_OVER = Pattern.compile("<(any|plain) maxOccurs=\"(\\d+)\"/>");
    private static final String FREE = "FREE";
    private static final String ANY = "<composite type=\"FREE\" maxOccurs=\"99\"/>";
    private static final String ANY_TYPE =
            "<compositeType name=\"FREE\"><sequence><any maxOccurs=\"1\"/></sequence></compositeType>";
    private static final String PLAIN = "<element type=\"PLAIN\"/>";
    private static final String PLAIN_TYPE =
            "<elementType name=\"PLAIN\" code=\"PLAIN\" minLength=\"0\" maxLength=\"99999\"/>";

    private final Group message;

    private EdiDescription(Group message) {
        this.message = message;
    }

    /** Chooses the description of a message by its type and version; null when it is not taken. */
    @FunctionalInterface
    public interface Choice {
        EdiDescription of(String type, String version);
    }

    /** One place in a group. */
    sealed interface Part {

        /** Of the segment, or of the one that the group begins with. */
        String tag();

        /** How often it has to come, and may come at most, in one occurrence of what it stands in. */
        int min();

        int max();
    }

    /** A segment group; the message itself is one. Its first part is never left out. */
    record Group(String code, int min, int max, List<Part> parts) implements Part {

        @Override
        public String tag() {
            return parts.get(0).tag();
        }
    }

    /** A segment in one place. */
    record Segment(String tag, int min, int max, List<Element> elements) implements Part {}

    /**
     * @param most how often it may be repeated
     * @param value of a simple element, and of every component of a {@code free} one; else null
     * @param components of a composite; else empty
     */
    record Element(boolean mandatory, int most, boolean free, EDISimpleType value, List<Component> components) {}

    /** A component of a composite. */
    record Component(boolean mandatory, EDISimpleType value) {}

    /** @param resource a file beside {@code owner} */
    public static EdiDescription load(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + owner);
            }
            String text = spelt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            EDIComplexType standard = SchemaFactory.newFactory()
                    .createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .getStandard();
            return new EdiDescription(new Group("", 1, 1, parts(standard)));
        } catch (EDISchemaException e) {
            throw new IllegalStateException("Our own " + resource + " is not a description of a message", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    Group message() {
        return message;
    }

    /** Our short words for elements that are passed over, in those of StAEDI, whose own {@code any} cannot say "no components". */
    private static String spelt(String description) {
        String spelt = PASSED_OVER
                .matcher(description)
                .replaceAll(
                        found -> (found.group(1).equals("any") ? ANY : PLAIN).repeat(Integer.parseInt(found.group(2))));
        String types = (spelt.contains(PLAIN) ? PLAIN_TYPE : "") + (spelt.contains(ANY) ? ANY_TYPE : "");
        return spelt.replaceFirst("(?=<segmentType)", Matcher.quoteReplacement(types));
    }

    private static List<Part> parts(EDIComplexType group) {
        return group.getReferences().stream().map(EdiDescription::part).toList();
    }

    private static Part part(EDIReference reference) {
        EDIComplexType type = (EDIComplexType) reference.getReferencedType();
        int min = reference.getMinOccurs();
        int max = reference.getMaxOccurs();
        return type.isType(EDIType.Type.SEGMENT)
                ? new Segment(
                        type.getId(),
                        min,
                        max,
                        type.getReferences().stream()
                                .map(EdiDescription::element)
                                .toList())
                : new Group(type.getCode(), min, max, parts(type));
    }

    private static Element element(EDIReference reference) {
        boolean mandatory = reference.getMinOccurs() > 0;
        int most = reference.getMaxOccurs();
        if (reference.getReferencedType() instanceof EDISimpleType value) {
            return new Element(mandatory, most, false, value, List.of());
        }
        EDIComplexType composite = (EDIComplexType) reference.getReferencedType();
        List<Component> components = composite.getReferences().stream()
                .map(c -> new Component(c.getMinOccurs() > 0, (EDISimpleType) c.getReferencedType()))
                .toList();
        return composite.getId().equals(FREE)
                ? new Element(mandatory, most, true, components.get(0).value(), List.of())
                : new Element(mandatory, most, false, null, components);
    }
}
