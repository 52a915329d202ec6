package org.koppel.codec.x12;

import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;

/** Writes one kind of document as an interchange of X12 004010. */
abstract class X12Writer<T extends Document> implements DocumentWriter<T> {
    private final Class<T> documents;

    X12Writer(Class<T> documents) {
        this.documents = documents;
    }

    @Override
    public FormatId format() {
        return X12.FORMAT;
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
        return X12.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return X12.FILE_EXTENSION;
    }
}
