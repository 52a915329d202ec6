package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;
import org.koppel.run.FtpFolder;
import org.koppel.run.SftpFolder;

/** Customers lay their orders as files; Koppel takes them on its own schedule, or when a person at the console wants it. */
class PickupIT {
    private static final int SEE_OTHER = 303;

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private String way;

    @AfterEach
    void switchTheWayOff() {
        if (way != null) {
            console.post(way + "/switch", Map.of("on", "false"));
        }
    }

    @Test
    void anOrderThatLiesOnTheSftpServerIsTakenAnsweredAndArchived() throws Exception {
        Path place = Files.createDirectories(demo.sftp().directory().resolve("in-" + mark));
        way = add("sftp", sftp("/in-" + mark));
        assertThat(console.post(way + "/test", Map.of()).body()).contains("OK: The login works; 0 files are there");
        Files.writeString(place.resolve("order.edi"), edifact("S" + mark, "QTY+21:5:PCE'"));

        run();

        JsonNode order = orders.answered("S" + mark);
        assertThat(order.path("customer").asText()).isEqualTo("ediplus");
        assertThat(arrived("OR-S" + mark + ".edi")).contains("RFF+ON:S" + mark + "'");
        assertThat(arrived("ACK-" + mark + ".edi")).contains("CONTRL:D:3:UN");
        Koppel.await("the file in the archive", () -> names(place.resolve("archive")), n -> n.size() == 1);
        assertThat(names(place)).containsExactly("archive");
        String page = console.page(way);
        assertThat(page)
                .contains("order.edi", "archive/")
                .doesNotContain(demo.secrets().get("sftp.password"));
        assertThat(Files.readString(demo.server().console()))
                .doesNotContain(demo.secrets().get("sftp.password"));
    }

    @Test
    void aFileOnTheFtpServerThatIsWrongLiesInErrorWithTheReason() throws Exception {
        Path place = Files.createDirectories(demo.ftp().directory().resolve("in-" + mark));
        way = add("ftp", ftp("in-" + mark));
        Files.writeString(place.resolve("wrong.edi"), edifact("W" + mark, "QTY+21:two:PCE'"));
        Files.writeString(place.resolve("good.edi"), edifact("V", "V" + mark, "QTY+21:2:PCE'"));

        run();

        orders.answered("V" + mark);
        List<String> errors =
                Koppel.await("the file in error", () -> names(place.resolve("error")), n -> n.size() == 2);
        Path reason = place.resolve("error")
                .resolve(errors.stream()
                        .filter(n -> n.endsWith(".txt"))
                        .findFirst()
                        .orElseThrow());
        assertThat(Files.readString(reason)).contains("wrong.edi", "UNREADABLE_NUMBER");
        assertThat(console.page(way)).contains("UNREADABLE_NUMBER", "wrong.edi");
        assertThat(orders.withNumber("W" + mark)).isEmpty();
    }

    @Test
    void aFileOfAGigabyteOnAServerGoesToErrorWithLimitAndCureAndTheNextOneIsTaken() throws Exception {
        Map<String, Path> servers =
                Map.of("ftp", demo.ftp().directory(), "sftp", demo.sftp().directory());
        for (Map.Entry<String, Path> server : servers.entrySet()) {
            String transport = server.getKey();
            Path place = Files.createDirectories(server.getValue().resolve("in-huge-" + mark));
            way = add(transport, transport.equals("ftp") ? ftp("in-huge-" + mark) : sftp("/in-huge-" + mark));
            HugeInputIT.sparse(place.resolve("a.edi"));
            Files.setLastModifiedTime(place.resolve("a.edi"), FileTime.from(Instant.parse("2026-01-05T08:00:07Z")));
            String number = transport.charAt(0) + "2" + mark;
            Files.writeString(place.resolve("b.edi"), edifact(number, number, "QTY+21:2:PCE'"));

            run();

            orders.answered(number);
            List<String> errors =
                    Koppel.await("the file in error", () -> names(place.resolve("error")), n -> n.size() == 2);
            assertThat(Files.readString(place.resolve("error").resolve(errors.get(1))))
                    .contains("MESSAGE_TOO_LARGE", HugeInputIT.GIGABYTE + " bytes", "Split it");
            switchTheWayOff();
        }
    }

    @Test
    void theFolderOfTheDemoIsWatched() throws Exception {
        Path place = demo.folder().resolve("ediplus/in");
        Files.writeString(place.resolve(mark + ".edi"), edifact("F" + mark, "QTY+21:1:PCE'"));

        assertThat(orders.answered("F" + mark).path("customer").asText()).isEqualTo("ediplus");
        Koppel.await("the file to be away", () -> Files.exists(place.resolve(mark + ".edi")), there -> !there);
    }

    @Test
    void aPlaceThatCannotBeVisitedIsShownWithItsCureOnTheFirstPage() throws Exception {
        way = add("sftp", sftp("/nowhere-" + mark));

        run();

        Koppel.await("the failure on the page", () -> console.page(way), page -> page.contains("SFTP_2"));
        assertThat(console.page(way)).contains("have the partner make it", "Needs a person");
        assertThat(console.page("/console")).containsPattern("<strong>[1-9][0-9]*</strong> <span>ways in that fail");
    }

    @Test
    void aFormWithFaultsIsShownAgainWithWhatWasTyped() {
        Map<String, String> form = form("sftp", Map.of("set.host", "sftp.example"));
        form.put("every", "1");
        form.put("error", "archive");

        HttpResponse<String> answer = console.post("/console/ways", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#every\"", "href=\"#error\"", "href=\"#set.hostkey\"", "value=\"sftp.example\"");
    }

    private Map<String, String> ftp(String directory) {
        Map<String, String> ftp = new TreeMap<>();
        ftp.put("set.host", "127.0.0.1");
        ftp.put("set.port", Integer.toString(demo.ports().ftp()));
        ftp.put("set.security", "none");
        ftp.put("set.user", FtpFolder.USER);
        ftp.put("set.password", demo.secrets().get("ftp.password"));
        ftp.put("set.directory", directory);
        return ftp;
    }

    private Map<String, String> sftp(String directory) {
        Map<String, String> sftp = new TreeMap<>();
        sftp.put("set.host", "127.0.0.1");
        sftp.put("set.port", Integer.toString(demo.ports().sftp()));
        sftp.put("set.hostkey", demo.sftp().fingerprint());
        sftp.put("set.user", SftpFolder.USER);
        sftp.put("set.password", demo.secrets().get("sftp.password"));
        sftp.put("set.directory", directory);
        return sftp;
    }

    private Map<String, String> form(String transport, Map<String, String> settings) {
        Map<String, String> form = new TreeMap<>(settings);
        form.put("transport", transport);
        form.put("name", "Journey " + mark);
        form.put("customer", "ediplus");
        form.put("pattern", "*.edi");
        form.put("ready", "NAME");
        form.put("marker", ".ok");
        form.put("settle", "30");
        form.put("archive", "archive");
        form.put("error", "error");
        form.put("every", "86400");
        form.put("timeout", "20");
        return form;
    }

    /** Adds a way in, whose first visit is over when this returns. @return its page */
    private String add(String transport, Map<String, String> settings) throws Exception {
        HttpResponse<String> answer = console.post("/console/ways", form(transport, settings));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(SEE_OTHER);
        String page = answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
        visited(page, 1);
        return page;
    }

    private void run() throws Exception {
        assertThat(console.post(way + "/run", Map.of()).statusCode()).isEqualTo(SEE_OTHER);
        visited(way, 2);
    }

    private void visited(String page, int times) throws Exception {
        Koppel.await(
                "visit " + times,
                () -> console.page(page).split("<span class=\"badge (good|bad)\">(Done|Failed)</span>", -1).length - 1,
                n -> n >= times);
    }

    private String edifact(String number, String quantity) {
        return edifact("", number, quantity);
    }

    /** @param before what distinguishes its control reference */
    private String edifact(String before, String number, String quantity) {
        String control = before + mark;
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + control + "'\n"
                + "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+" + number + "+9'DTM+137:20261121:102'"
                + "NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'" + quantity
                + "UNS+S'CNT+2:1'UNT+12+1'\nUNZ+1+" + control + "'";
    }

    private static List<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** A file on the customer's SFTP server. */
    private String arrived(String name) throws Exception {
        return Files.readString(Arrived.in(demo.sftp().directory(), name), StandardCharsets.ISO_8859_1);
    }
}
