package org.koppel.web.console;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.koppel.catalogue.CsvRows;

/** The file of an import's form, and the sample to begin with. */
final class UploadedList {
    private UploadedList() {}

    /** No more than one byte beyond what is taken; empty without a file. */
    static byte[] content(EntityPart file) throws IOException {
        try (InputStream in = file == null ? InputStream.nullInputStream() : file.getContent()) {
            return in.readNBytes(CsvRows.MOST_BYTES + 1);
        }
    }

    static Response sample(String content, String name) {
        return Response.ok(content, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** As it is noted: one line, not endless. */
    static String noted(String what) {
        String plain = what.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), 300));
    }
}
