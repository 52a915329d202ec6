package org.koppel.punchout.quick;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages as spreadsheet programs write them, from the XML of their parts. */
final class Sheets {
    private Sheets() {}

    /** @param texts the shared texts, or null */
    static byte[] zipped(String sheet, String texts) throws IOException {
        return zipped(sheet, texts, Deflater.NO_COMPRESSION); // the fuzzer sees what it changes
    }

    static byte[] deflated(String sheet, String texts) throws IOException {
        return zipped(sheet, texts, Deflater.BEST_COMPRESSION);
    }

    private static byte[] zipped(String sheet, String texts, int level) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            put(zip, "xl/worksheets/sheet1.xml", sheet);
            if (texts != null) {
                put(zip, "xl/sharedStrings.xml", texts);
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
