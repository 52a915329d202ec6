package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reference;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.transport.Part;
import org.koppel.transport.TransportId;

/** Files of the order and its lines that go along with its confirmation where people read it: by mail. */
@ApplicationScoped
class Enclosures {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final TransportId MAIL = new TransportId("mail");

    @Inject
    StoredFiles files;

    /** Each file once: those of the whole order, then those of lines, named after the first line they belong to. */
    List<Part> of(ArchivedDocument document, TransportId transport) {
        if (!transport.equals(MAIL) || !document.type().equals(OrderResponse.class.getSimpleName())) {
            return List.of();
        }
        OrderResponse response = document.as(OrderResponse.class);
        List<Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        files(response.references(), document, seen).map(f -> part("", f)).forEach(parts::add);
        for (OrderResponseLine line : response.lines()) {
            files(line.references(), document, seen)
                    .map(f -> part(name(line.number()) + "-", f))
                    .forEach(parts::add);
        }
        return parts;
    }

    private Stream<StoredFile> files(List<Reference> references, ArchivedDocument document, Set<String> seen) {
        return references.stream()
                .filter(r -> r.kind() == Reference.Kind.ATTACHMENT
                        && r.value().matches(ID) // orders in our own formats may say anything
                        && seen.add(r.value()))
                .flatMap(r -> files.byId(document.customer().value(), UUID.fromString(r.value())).stream());
    }

    private static Part part(String prefix, StoredFile file) {
        return new Part(file.mediaType(), prefix + file.name(), file.content());
    }

    /** Line numbers are the buyer's: anything may stand in them. */
    private static String name(String lineNumber) {
        return lineNumber.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
