package org.koppel.outbound;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.Shortening;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

/**
 * The files of a delivery; what was shortened in them, and which documents are not in them because they do not fit, by the id of the
 * document. Without files when the delivery's own document is one of these.
 */
record Sent(List<Written> files, Map<UUID, List<Shortening>> shortened, Map<UUID, DeliveryOutcome> misfits) {

    /** Files that were written, and whose shortenings were noted, before. */
    static Sent again(List<Written> files) {
        return new Sent(files, Map.of(), Map.of());
    }

    Sent with(List<Written> others) {
        return new Sent(others, shortened, misfits);
    }

    List<Part> parts() {
        return files.stream().map(Written::part).toList();
    }
}
