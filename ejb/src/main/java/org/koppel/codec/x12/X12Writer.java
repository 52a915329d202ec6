package org.koppel.codec.x12;

import org.koppel.codec.EdiWriter;
import org.koppel.document.Document;

/** Writes one kind of document in X12 004010. */
abstract class X12Writer<T extends Document> extends EdiWriter<T> {

    X12Writer(Class<T> documents) {
        super(X12.FORMAT, documents);
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
