package org.koppel.operations;

import java.util.List;
import java.util.UUID;
import org.koppel.codec.Problem;

/**
 * All about one message but its bytes. {@code remote} is the peer's address, {@code sha256} the hash of the content in hex,
 * {@code conflictWith} the message that came first under the same reference (or null), {@code cause} the last failure of the
 * machine (or null).
 */
public record MessageDetail(
        MessageRow row,
        String remote,
        String sha256,
        UUID conflictWith,
        int attempts,
        String cause,
        List<Problem> problems,
        List<DocumentRow> documents) {}
