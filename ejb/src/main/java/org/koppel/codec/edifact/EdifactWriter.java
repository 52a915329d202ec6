package org.koppel.codec.edifact;

import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;

/** Writes one kind of document as an interchange of one directory. */
abstract class EdifactWriter<T extends Document> implements DocumentWriter<T> {
    private final FormatId format;
    private final Class<T> documents;

    EdifactWriter(FormatId format, Class<T> documents) {
        this.format = format;
        this.documents = documents;
    }

    @Override
    public FormatId format() {
        return format;
    }

    @Override
    public Class<T> documentClass() {
        return documents;
    }

    @Override
    public boolean counted() {
        return true;
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
