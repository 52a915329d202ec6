package org.koppel.codec.report;

import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/** Writes one kind of document for people, on one layout. It is rendered in memory first, so the stream gets all of it or nothing. */
abstract class ReportWriter<T extends Document> implements DocumentWriter<T> {
    private final Class<T> documents;
    private final Medium medium;
    private final ReportTemplate template;

    /** @param layout its file in {@code src/main/jrxml}, without extension */
    ReportWriter(Class<T> documents, Medium medium, String layout) {
        this.documents = documents;
        this.medium = medium;
        this.template = new ReportTemplate(layout);
    }

    /** @throws DocumentException when the document lacks what the layout must show */
    abstract ReportContent content(T document, FormatSettings settings) throws DocumentException;

    @Override
    public FormatId format() {
        return medium.format();
    }

    @Override
    public Class<T> documentClass() {
        return documents;
    }

    @Override
    public String mediaType() {
        return medium.mediaType();
    }

    @Override
    public String fileExtension() {
        return medium.format().value();
    }

    @Override
    public void write(T document, FormatSettings settings, OutputStream out) throws DocumentException, IOException {
        ReportContent content = content(document, settings);
        out.write(medium.render(document.type() + " " + document.number(), template, content));
    }

    /** Loads layout, fonts and classes, so that the first document does not wait for them. */
    void warmUp() throws IOException {
        medium.render("an empty page", template, ReportContent.blank());
    }
}
