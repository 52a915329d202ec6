package org.koppel.codec;

import org.koppel.document.Document;

/** Writes one kind of document as an interchange, which has a control number of its own. */
public abstract class EdiWriter<T extends Document> implements DocumentWriter<T> {
    private final FormatId format;
    private final Class<T> documents;

    protected EdiWriter(FormatId format, Class<T> documents) {
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
}
