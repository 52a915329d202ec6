package org.koppel.document;

import java.time.OffsetDateTime;
import java.util.Map;
import org.koppel.shared.DocumentNumber;

/**
 * The requests that are really served (cXML ProfileResponse): name of the request, such as {@code OrderRequest}, and the
 * absolute address that takes it. {@code answers} is the partner's id of the question.
 */
public record ServiceProfile(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        String answers,
        OffsetDateTime effectiveAt,
        Map<String, String> requests)
        implements Document {

    public ServiceProfile {
        requests = Map.copyOf(requests);
    }
}
