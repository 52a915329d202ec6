package org.koppel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PackedTest {

    @Test
    void packedFilesAreToldByTheirFirstBytesHoweverDeepTheyLieInEachOther() throws IOException {
        byte[] zip = new byte[0];
        for (int depth = 0; depth < 5; depth++) {
            zip = zip(zip);
            assertThat(Packed.kind(zip)).contains("ZIP");
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(1);
        }
        assertThat(Packed.kind(gzip.toByteArray())).contains("gzip");
    }

    @Test
    void documentsAreNotPacked() {
        for (String begin :
                new String[] {"", "P", "<?xml", "UNB+UNOC", "ISA*00", "{\"type\"", "order;line", "%PDF-1.7"}) {
            assertThat(Packed.kind(begin.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        }
    }

    private static byte[] zip(byte[] inside) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            out.write(inside);
        }
        return zip.toByteArray();
    }
}
