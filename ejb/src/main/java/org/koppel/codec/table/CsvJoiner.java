package org.koppel.codec.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** The rows of all files under one line of names. */
@ApplicationScoped
public class CsvJoiner implements FileJoiner {
    private static final String LINE_END = "\r\n";

    @Override
    public Collection<FormatId> formats() {
        return List.of(CsvFormat.ID);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) throws DocumentException {
        Charset charset = Options.charset(settings, "csv.charset", StandardCharsets.UTF_8);
        boolean header = !settings.option("csv.header", "yes").equals("no");
        StringBuilder all = new StringBuilder();
        for (byte[] file : files) {
            String text = new String(file, charset);
            boolean drop = header && !all.isEmpty(); // names of columns hold no line end
            all.append(drop ? text.substring(text.indexOf(LINE_END) + LINE_END.length()) : text);
        }
        return all.toString().getBytes(charset);
    }
}
