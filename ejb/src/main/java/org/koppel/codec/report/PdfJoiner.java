package org.koppel.codec.report;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfSmartCopy;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/**
 * The pages of all files one after another, with a bookmark where each begins. Letters and logos that all of them have stand in it
 * once. The tags for screen readers belong to a whole file and are lost.
 */
@ApplicationScoped
public class PdfJoiner implements FileJoiner {

    @Override
    public Collection<FormatId> formats() {
        return List.of(Medium.PDF.format());
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) throws DocumentException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document joined = new Document()) {
            PdfSmartCopy copy = new PdfSmartCopy(joined, out);
            List<Map<String, Object>> bookmarks = new ArrayList<>();
            int first = 1;
            for (byte[] file : files) {
                PdfReader reader = new PdfReader(file);
                String title = reader.getInfo().getOrDefault("Title", "");
                if (first == 1) {
                    begin(joined, copy, reader, files.size() == 1 ? title : title + " (+" + (files.size() - 1) + ")");
                }
                bookmarks.add(Map.of("Title", title, "Action", "GoTo", "Page", first + " Fit"));
                first += pages(copy, reader);
            }
            copy.setOutlines(bookmarks);
        } catch (IOException e) {
            throw new DocumentException(new Problem("MALFORMED_PDF", "", "One of the files is no PDF of ours"), e);
        }
        return out.toByteArray();
    }

    private static void begin(Document joined, PdfSmartCopy copy, PdfReader reader, String title) {
        joined.addTitle(title);
        joined.addAuthor(reader.getInfo().getOrDefault("Author", ""));
        joined.addCreator("Koppel");
        joined.open();
        copy.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
        PdfObject language = reader.getCatalog().get(PdfName.LANG);
        if (language != null) {
            copy.getExtraCatalog().put(PdfName.LANG, language);
        }
    }

    /** @return how many there are */
    private static int pages(PdfSmartCopy copy, PdfReader reader) throws IOException {
        int pages = reader.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            copy.addPage(copy.getImportedPage(reader, page));
        }
        copy.freeReader(reader);
        reader.close();
        return pages;
    }
}
