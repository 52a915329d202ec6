package org.koppel.codec;

import java.util.Optional;
import org.koppel.document.Reference;
import org.koppel.platform.StoredFile;

/** Keeps files that a reader finds, and gives the reference by which the document names them. */
public interface FileKeeper {
    /** Empty where nobody keeps files. */
    Optional<Reference> keep(StoredFile file);

    /** What the sink keeps. */
    static FileKeeper of(DocumentSink<?> sink) {
        return file -> sink.keep(file).map(id -> new Reference(Reference.Kind.ATTACHMENT, file.name(), id));
    }
}
