package org.koppel.web.api;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message that is stored. */
public record Accepted(
        @Schema(description = "Koppel's id of the message") UUID id,

        @Schema(
                description = "How far it is: RECEIVED for a new one; follow links.self for what becomes of it",
                examples = "RECEIVED")
        String status,

        @Schema(description = "Paths on this server: self, content")
        Map<String, String> links) {}
