package org.koppel.transport;

import java.io.IOException;

/**
 * A file is not what was listed: its partner still writes it, or its server ended it too early and said that it was whole. It is left
 * where it is; the place can still be talked to.
 */
public final class ChangedFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param copied how many bytes came */
    public ChangedFileException(WaitingFile file, long copied) {
        this(file, "had " + file.size() + " bytes when it was listed, and " + copied + " came");
    }

    /** @param what went wrong with it */
    public ChangedFileException(WaitingFile file, String what) {
        super(file.name() + " " + what
                + ". It stays where it is and is looked at again; if this lasts, have the partner"
                + " write under another name and rename at the end");
    }
}
