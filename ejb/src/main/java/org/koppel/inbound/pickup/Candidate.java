package org.koppel.inbound.pickup;

import java.util.Optional;
import org.koppel.transport.WaitingFile;

/**
 * A file that may be taken. One that is not {@code complete} may only be moved away, when it turns out that it was stored before;
 * {@code marker} is the file that says that it is complete.
 */
record Candidate(WaitingFile file, Optional<WaitingFile> marker, boolean complete) {}
