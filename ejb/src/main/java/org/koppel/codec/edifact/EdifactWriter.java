package org.koppel.codec.edifact;

import org.koppel.codec.EdiWriter;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;

/** Writes one kind of document by one directory. */
abstract class EdifactWriter<T extends Document> extends EdiWriter<T> {

    EdifactWriter(FormatId directory, Class<T> documents) {
        super(directory, documents);
    }

    @Override
    public String mediaType() {
        return Edifact.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return Edifact.FILE_EXTENSION;
    }
}
