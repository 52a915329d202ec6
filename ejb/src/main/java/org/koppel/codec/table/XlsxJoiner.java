package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/** The rows of all files in one sheet, under one row of names. */
@ApplicationScoped
public class XlsxJoiner implements FileJoiner {

    @Override
    public Collection<FormatId> formats() {
        return List.of(XlsxFormat.ID);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) throws DocumentException {
        try {
            List<String> columns = columns(files.get(0));
            for (byte[] file : files) {
                if (!columns(file).equals(columns)) {
                    throw new DocumentException(
                            new Problem("DIFFERENT_FIELDS", "row 1", "These sheets have different columns"));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XlsxFormat.write(files, name(files.get(0)), columns, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new DocumentException(new Problem("MALFORMED_XLSX", "", "One of the files is no XLSX of ours"), e);
        }
    }

    private static List<String> columns(byte[] file) throws DocumentException, IOException {
        try (XlsxSheet sheet = XlsxSheet.open(file)) {
            return sheet.columns();
        }
    }

    private static String name(byte[] file) throws DocumentException, IOException {
        try (XlsxSheet sheet = XlsxSheet.open(file)) {
            return sheet.name();
        }
    }
}
