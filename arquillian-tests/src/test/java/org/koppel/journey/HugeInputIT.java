package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** The worst that a partner sends is refused in its own format and kept for the console, and its neighbour does not notice. */
class HugeInputIT {
    static final long GIGABYTE = 1L << 30;

    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private final List<Path> laid = new ArrayList<>();

    @AfterEach
    void theNeighbourIsConfirmed() throws Exception {
        CxmlOrder order =
                CxmlOrder.of(koppel, "bouwgroep").line("1", "100001", "1", orders.price("bouwgroep", "100001"));
        assertThat(koppel.postCxml(order.xml()).body()).contains("<Status code=\"200\"");
        assertThat(orders.answered(order.number()).path("status").asText()).isEqualTo("CONFIRMED");
        for (Path file : laid) {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void deepXmlIsRefusedInTheFormatOfItsSender() {
        HttpResponse<String> cxml = koppel.postCxml("<cXML payloadID=\"" + mark + "\">" + "<a>".repeat(100_000));
        assertThat(cxml.body()).contains("<Status code=\"406\"", "MALFORMED_XML", "nested deeper than 100");
        assertThat(newest().path("problems").path(0).path("code").asText()).isEqualTo("MALFORMED_XML");

        HttpResponse<String> cebeo = koppel.send(koppel.request("/cebeo")
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<cebeoXML>" + "<a>".repeat(100_000))));
        assertThat(cebeo.body()).contains("<cebeoXML", "nested deeper than 100");
    }

    @Test
    void packedFilesAreRefusedAndKeptWhateverTheyHold() throws IOException {
        byte[] zip = zip(zip("order.edi".getBytes(StandardCharsets.US_ASCII)));
        HttpResponse<String> answer = post("application/zip", zip, "identity");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("PACKED", "ZIP", "Send the document itself");
        JsonNode kept = koppel.api(
                "/api/v1/messages/" + Koppel.json(answer).path("message").asText());
        assertThat(koppel.file(kept.path("links").path("content").asText())).isEqualTo(zip);

        HttpResponse<String> gzip = post("text/xml", gzipped(GIGABYTE / 4), "gzip");
        assertThat(gzip.statusCode()).isEqualTo(415);
        assertThat(gzip.body()).contains("PACKED", "gzip");
    }

    @Test
    void aFileOfAGigabyteInAFolderGoesToErrorWithLimitAndCure() throws Exception {
        Path folder = Files.createDirectories(demo.folder().resolve("ediplus/in"));
        Path file = folder.resolve("huge-" + mark + ".edi");
        Path unfinished = folder.resolve("huge-" + mark + ".edi.tmp");
        sparse(unfinished);
        Files.move(unfinished, file);
        laid.add(file);

        Path reason = Koppel.await("the reason beside it", () -> reason(folder.resolve("error")), r -> r != null);

        laid.add(reason);
        laid.add(reason.resolveSibling(reason.getFileName().toString().replaceAll("\\.txt$", "")));
        assertThat(Files.readString(reason))
                .contains("MESSAGE_TOO_LARGE", GIGABYTE + " bytes", "takes 104857600 at most", "Split it");
        JsonNode kept = newest();
        assertThat(kept.path("size").asLong()).isEqualTo(GIGABYTE);
        assertThat(koppel.file(kept.path("links").path("content").asText())).hasSize(64 * 1024);
    }

    @Test
    void aMessageOfAGigabyteByHttpIsRefusedWithLimitAndCure() throws Exception {
        Path body = Files.createTempFile("huge-" + mark, ".edi");
        laid.add(body);
        sparse(body);

        HttpResponse<String> sized = post(HttpRequest.BodyPublishers.ofFile(body));
        HttpResponse<String> unsized =
                post(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofFile(body)));

        for (HttpResponse<String> answer : List.of(sized, unsized)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.body()).contains("MESSAGE_TOO_LARGE", "Split it");
            JsonNode kept = koppel.api(
                    "/api/v1/messages/" + Koppel.json(answer).path("message").asText());
            assertThat(kept.path("status").asText()).isEqualTo("REJECTED");
        }
    }

    @Test
    void anInterchangeAboveTheLimitOfOneDocumentIsTaken() throws Exception {
        String[] messages = Stream.iterate(1, i -> i + 1)
                .limit(3)
                .map(i ->
                        Interchange.order(Integer.toString(i), "H" + mark + i, "QTY+21:1:PCE'" + "\n".repeat(10 << 20)))
                .toArray(String[]::new);

        HttpResponse<String> answer = Interchange.post(koppel, "ediplus", Interchange.of(mark, "", messages));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(orders.answered("H" + mark + 3).path("customer").asText()).isEqualTo("ediplus");
    }

    private Path reason(Path error) throws IOException {
        if (!Files.isDirectory(error)) {
            return null;
        }
        try (Stream<Path> files = Files.list(error)) {
            return files.filter(f -> f.getFileName().toString().endsWith("huge-" + mark + ".edi.txt"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private JsonNode newest() {
        JsonNode row = koppel.api("/api/v1/messages?status=REJECTED&limit=1")
                .path("items")
                .path(0);
        return koppel.api(row.path("links").path("self").asText());
    }

    /** The beginning of an interchange and nothing behind it, which takes no room on the disk. */
    static void sparse(Path file) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write("UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+1'".getBytes(StandardCharsets.US_ASCII));
            sparse.setLength(GIGABYTE);
        }
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", "application/edifact")
                .POST(body));
    }

    private HttpResponse<String> post(String type, byte[] body, String encoding) {
        return koppel.send(koppel.request("/api/v1/messages")
                .header("Authorization", koppel.bearer("ediplus"))
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static byte[] zip(byte[] inside) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            out.write(inside);
        }
        return zip.toByteArray();
    }

    private static byte[] gzipped(long size) throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            for (long written = 0; written < size; written += blanks.length) {
                out.write(blanks);
            }
        }
        return gzip.toByteArray();
    }
}
