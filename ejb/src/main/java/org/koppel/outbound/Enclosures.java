package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.koppel.archive.ArchivedDocument;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reference;
import org.koppel.platform.StoredFiles;
import org.koppel.transport.Part;
import org.koppel.transport.TransportId;

/** Files of the order's lines that go along with its confirmation where people read it: by mail. */
@ApplicationScoped
class Enclosures {
    private static final TransportId MAIL = new TransportId("mail");

    @Inject
    StoredFiles files;

    /** Each file once, named after the first line it belongs to. */
    List<Part> of(ArchivedDocument document, TransportId transport) {
        if (!transport.equals(MAIL) || !document.type().equals(OrderResponse.class.getSimpleName())) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (OrderResponseLine line : document.as(OrderResponse.class).lines()) {
            line.references().stream()
                    .filter(r -> r.kind() == Reference.Kind.ATTACHMENT && seen.add(r.value()))
                    .flatMap(r -> files.byId(document.customer().value(), UUID.fromString(r.value())).stream())
                    .map(f -> new Part(f.mediaType(), name(line.number()) + "-" + f.name(), f.content()))
                    .forEach(parts::add);
        }
        return parts;
    }

    /** Line numbers are the buyer's: anything may stand in them. */
    private static String name(String lineNumber) {
        return lineNumber.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
