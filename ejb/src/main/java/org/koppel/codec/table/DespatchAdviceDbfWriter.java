package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** A despatch advice as a dBase file, one record for each line. */
@ApplicationScoped
public class DespatchAdviceDbfWriter implements DocumentWriter<DespatchAdvice> {

    @Override
    public FormatId format() {
        return DbfFormat.ID;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public String mediaType() {
        return "application/vnd.dbf";
    }

    @Override
    public String fileExtension() {
        return DbfFormat.ID.value();
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        DbfFormat.write(DespatchAdviceTable.TABLE, advice, settings, out);
    }
}
