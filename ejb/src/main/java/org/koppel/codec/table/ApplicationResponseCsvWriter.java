package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.ApplicationResponse;

/** Why a document was refused as CSV, one row for each problem. */
@ApplicationScoped
public class ApplicationResponseCsvWriter implements DocumentWriter<ApplicationResponse> {

    @Override
    public FormatId format() {
        return CsvFormat.ID;
    }

    @Override
    public Class<ApplicationResponse> documentClass() {
        return ApplicationResponse.class;
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public String fileExtension() {
        return CsvFormat.ID.value();
    }

    @Override
    public void write(ApplicationResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        CsvFormat.write(ApplicationResponseTable.TABLE, response, settings, out);
    }
}
