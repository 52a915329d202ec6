package org.koppel.outbound;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.Shortening;
import org.koppel.transport.Part;

/** The files of a delivery, and what was shortened in them, by the id of the document that it was said in. */
record Sent(List<Part> parts, Map<UUID, List<Shortening>> shortened) {

    /** Before anything was written. */
    static final Sent NOTHING = of(List.of());

    /** Files in which nothing was shortened, or that were written, and noted, before. */
    static Sent of(List<Part> parts) {
        return new Sent(parts, Map.of());
    }
}
