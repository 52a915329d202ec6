package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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
    public List<byte[]> join(List<byte[]> files, FormatSettings settings) throws DocumentException {
        try {
            List<XlsxSheet> sheets = new ArrayList<>();
            for (byte[] file : files) {
                sheets.add(XlsxSheet.read(file));
            }
            List<String> columns = sheets.get(0).columns();
            if (!sheets.stream().allMatch(s -> s.columns().equals(columns))) {
                throw new DocumentException(
                        new Problem("DIFFERENT_FIELDS", "row 1", "These sheets have different columns"));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XlsxFormat.write(sheets, out);
            return List.of(out.toByteArray());
        } catch (IOException e) {
            throw new DocumentException(new Problem("MALFORMED_XLSX", "", "One of the files is no XLSX of ours"), e);
        }
    }
}
