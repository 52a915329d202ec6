package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reference;
import org.koppel.party.Customers;
import org.koppel.platform.Settings;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.shared.Bundles;
import org.koppel.shared.PartyId;
import org.koppel.transport.Part;
import org.koppel.transport.TransportId;

/**
 * Files of orders and their lines that go along with confirmations where people read them: by mail. One mail takes so many as most mail servers
 * let pass; the others are named in a text that goes along.
 */
@ApplicationScoped
class Enclosures {
    /** Bytes of all files of a mail; Base64 makes a third more of them, and many servers refuse 20 MB (SMTP 552). */
    static final long MOST = 10L * 1024 * 1024;

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final TransportId MAIL = new TransportId("mail");
    private static final double MEGABYTE = 1024 * 1024;

    @Inject
    StoredFiles files;

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    /** A file of the order. @param prefix of its name: the line that it belongs to, or nothing */
    private record Found(PartyId customer, String prefix, StoredFiles.Listed file) {
        String name() {
            return prefix + file.name();
        }
    }

    /** Each file once: those of a whole order, then those of its lines, named after the first line they belong to. */
    List<Part> of(List<ArchivedDocument> documents, TransportId transport) {
        if (!transport.equals(MAIL)) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        long size = 0;
        for (Found found : documents.stream().flatMap(d -> found(d, seen)).toList()) {
            if (size + found.file().size() > MOST) {
                others.add(found);
            } else {
                size += found.file().size();
                part(found).forEach(parts::add);
            }
        }
        if (!others.isEmpty()) {
            parts.add(named(others));
        }
        return parts;
    }

    private Stream<Found> found(ArchivedDocument document, Set<String> seen) {
        if (!document.type().equals(OrderResponse.class.getSimpleName())) {
            return Stream.of();
        }
        OrderResponse response = document.as(OrderResponse.class);
        Stream<Found> ofLines = response.lines().stream().flatMap(line -> ofLine(line, document.customer(), seen));
        return Stream.concat(found("", response.references(), document.customer(), seen), ofLines);
    }

    private Stream<Found> ofLine(OrderResponseLine line, PartyId customer, Set<String> seen) {
        return found(name(line.number()) + "-", line.references(), customer, seen);
    }

    private Stream<Found> found(String prefix, List<Reference> references, PartyId customer, Set<String> seen) {
        return references.stream()
                .filter(r -> r.kind() == Reference.Kind.ATTACHMENT
                        && r.value().matches(ID) // orders in our own formats may say anything
                        && seen.add(r.value()))
                .flatMap(r -> files.listed(customer.value(), UUID.fromString(r.value())).stream())
                .map(file -> new Found(customer, prefix, file));
    }

    private Stream<Part> part(Found found) {
        return files.byId(found.customer().value(), found.file().id()).stream().map(f -> part(found.prefix(), f));
    }

    private static Part part(String prefix, StoredFile file) {
        return new Part(file.mediaType(), prefix + file.name(), file.content());
    }

    /** What did not fit, each with its size and the address that the customer's API key opens. */
    private Part named(List<Found> others) {
        Locale language = Locale.forLanguageTag(
                customers.byId(others.get(0).customer()).map(c -> c.language()).orElse("en"));
        ResourceBundle texts = Bundles.of(Enclosures.class, "enclosures", language);
        MessageFormat line = new MessageFormat(texts.getString("file"), language);
        StringBuilder text = new StringBuilder(texts.getString("words")).append("\r\n");
        for (Found other : others) {
            String address =
                    settings.publicUrl() + "/api/v1/attachments/" + other.file().id();
            Object[] values = {other.name(), other.file().size() / MEGABYTE, address};
            text.append("\r\n").append(line.format(values)).append("\r\n");
        }
        return new Part(
                "text/plain; charset=UTF-8",
                texts.getString("name"),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Line numbers are the buyer's: anything may stand in them. */
    private static String name(String lineNumber) {
        return lineNumber.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
