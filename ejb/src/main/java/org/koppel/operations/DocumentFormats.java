package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.FormatId;
import org.koppel.outbound.Rendering;
import org.koppel.shared.PartyId;
import org.koppel.transport.Part;

/** Stored documents in the formats that are installed, asked for by format id or media type. */
@ApplicationScoped
public class DocumentFormats {
    private static final String JSON = "json";
    private static final List<String> LANGUAGES = List.of("nl", "fr", "de", "en");

    @Inject
    private CodecRegistry codecs;

    @Inject
    private DocumentQueries documents;

    @Inject
    private Rendering rendering;

    /** Ids of the formats a type of document ({@code OrderResponse}) can be had in; {@code json} always is one. */
    public List<String> of(String documentType) {
        return Stream.concat(
                        codecs.writersOf(documentType).stream()
                                .map(w -> w.format().value()),
                        Stream.of(JSON))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param wanted a format id ({@code pdf}) or a media type ({@code application/pdf}); null or blank for the record as JSON
     * @param language ISO 639-1 for formats that people read; null or blank for the document's own
     * @return empty when there is no such document for that tenant
     * @throws InvalidFilterException when documents of its type are not written in that format, or nobody here speaks that
     *     language; names those that can be had
     */
    public Optional<Content> content(UUID document, Optional<PartyId> tenant, String wanted, String language) {
        String spoken = language(language);
        return documents.byId(document, tenant).flatMap(row -> {
            String format = format(row.type(), wanted);
            if (format.equals(JSON)) {
                return documents.canonical(document, tenant);
            }
            return Optional.of(rendered(document, format, spoken));
        });
    }

    private Content rendered(UUID document, String format, String language) {
        try {
            Part part = rendering.render(document, new FormatId(format), language);
            return new Content(part.mediaType(), part.fileName(), part.content());
        } catch (IllegalArgumentException e) { // a value of this document does not fit that format
            throw new InvalidFilterException("format", format, e.getMessage(), e);
        }
    }

    /** @return null when none was asked for */
    static String language(String wanted) {
        String plain = Filters.blankToNull(wanted);
        if (plain == null) {
            return null;
        }
        String lower = plain.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(lower)) {
            throw new InvalidFilterException("language", wanted, "use one of " + String.join(", ", LANGUAGES));
        }
        return lower;
    }

    private static String named(String plain) {
        return plain.matches("[a-z0-9][a-z0-9.-]{0,39}") ? new FormatId(plain).value() : plain;
    }

    private String format(String type, String wanted) {
        String plain = wanted == null ? "" : wanted.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("application/json")) {
            return JSON;
        }
        Optional<String> found = plain.contains("/")
                ? codecs.writersOf(type).stream()
                        .filter(w -> w.mediaType().split(";")[0].strip().equalsIgnoreCase(plain))
                        .map(w -> w.format().value())
                        .findFirst()
                : Optional.of(named(plain)).filter(of(type)::contains);
        return found.orElseThrow(() ->
                new InvalidFilterException("format", wanted, "this document comes as " + String.join(", ", of(type))));
    }
}
