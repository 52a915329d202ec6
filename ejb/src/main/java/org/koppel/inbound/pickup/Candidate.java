package org.koppel.inbound.pickup;

import java.util.Optional;
import org.koppel.transport.WaitingFile;

/**
 * A file that may be taken. One that is not {@code complete} may only be moved away, when it turns out that it was stored before;
 * {@code marker} is the file that says that it is complete; {@code stored} is what it became where it is known without looking into it:
 * then it has only to be moved. One that {@code maybe} was stored bears the name of such a file.
 */
record Candidate(
        WaitingFile file, Optional<WaitingFile> marker, boolean complete, Optional<PickedFile> stored, boolean maybe) {}
