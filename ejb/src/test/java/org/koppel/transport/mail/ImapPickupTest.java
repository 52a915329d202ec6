package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.Letter;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.WaitingFile;

/** Mails from a real IMAP server. */
class ImapPickupTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ImapPickup pickup =
            new ImapPickup(new MailboxTokens(timer, new Settings(), new AccessTokens(Clock.systemUTC())));
    private GreenMail server;
    private GreenMailUser account;

    @BeforeEach
    void startTheServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        account = server.setUser("orders@supplier.example", "orders", "secret");
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
        timer.shutdownNow();
    }

    @Test
    void mailsAreKnownByTheirIdAndFetchedWithoutTheLinesOfServers() throws Exception {
        lay("a1@buyer.example", "relay-1");

        try (PickupVisit visit = begun(settings())) {
            List<WaitingFile> listed = visit.list();
            assertThat(listed).extracting(WaitingFile::name).containsExactly("a1@buyer.example");
            String once = fetch(visit, listed.get(0));
            assertThat(once).contains("Subject: =?UTF-8?Q?Order", "order.edi").doesNotContain("Received", "X-Spam");
            assertThat(fetch(visit, listed.get(0))).isEqualTo(once);
        }
    }

    @Test
    void theSameMailThatCameOnAnotherWayIsTheSameBytes() throws Exception {
        lay("a1@buyer.example", "relay-1");
        String first;
        try (PickupVisit visit = begun(settings())) {
            WaitingFile mail = visit.list().get(0);
            first = fetch(visit, mail);
            visit.move(mail, "archive", "-", null);
        }
        lay("a1@buyer.example", "relay-2");

        try (PickupVisit visit = begun(settings())) {
            assertThat(fetch(visit, visit.list().get(0))).isEqualTo(first);
        }
    }

    @Test
    void aMailWithoutAnIdIsKnownByItsPlaceInTheMailbox() throws Exception {
        lay("", "relay-1");

        try (PickupVisit visit = begun(settings())) {
            assertThat(visit.list().get(0).name()).matches("[0-9]+-[0-9]+");
        }
    }

    @Test
    void aMailIsMovedAndWhyItWasRefusedLiesBesideIt() throws Exception {
        lay("a1@buyer.example", "relay-1");

        try (PickupVisit visit = begun(settings())) {
            visit.move(visit.list().get(0), "error", "-", "The number is missing");
        }

        try (PickupVisit visit = begun(settings())) {
            assertThat(visit.list()).isEmpty();
        }
        Map<String, String> other = settings();
        other.put("mailbox", "error");
        try (PickupVisit visit = begun(other)) {
            assertThat(visit.list()).hasSize(2);
            assertThat(visit.list().stream().map(f -> unchecked(visit, f)).reduce("", String::concat))
                    .contains("The number is missing", "Not_taken");
        }
    }

    @Test
    void aMailThatCannotBeReadDoesNotEndTheVisitAServerThatIsAwayDoes() throws Exception {
        lay("a1@buyer.example", "relay-1");

        try (PickupVisit visit = begun(settings())) {
            WaitingFile gone = visit.list().get(0);
            server.getManagers().getImapHostManager().getInbox(account).deleteAllMessages();
            assertThatThrownBy(() -> fetch(visit, gone)).isInstanceOf(IOException.class);
            assertThat(visit.goesOn()).isTrue();
            server.stop();
            assertThat(visit.goesOn()).isFalse();
        }
        server.start();
    }

    @Test
    void ofAMailThatIsTooLargeOnlyTheBeginningIsFetched() throws Exception {
        lay("a1@buyer.example", "relay-1");

        try (PickupVisit visit = begun(settings())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(visit.fetch(visit.list().get(0), out, 100)).isFalse();
            assertThat(out.size()).isEqualTo(100);
        }
    }

    @Test
    void aWrongPasswordIsForAPerson() {
        Map<String, String> other = settings();
        other.put("password", "other");

        assertThatThrownBy(() -> begun(other))
                .isInstanceOfSatisfying(
                        PickupRefusedException.class,
                        e -> assertThat(e.outcome().code()).isEqualTo("IMAP_LOGIN"));
    }

    @Test
    void aMailboxThatIsNotThereIsNamed() {
        Map<String, String> other = settings();
        other.put("mailbox", "Bestellungen");

        assertThatThrownBy(() -> begun(other))
                .isInstanceOf(PickupRefusedException.class)
                .hasMessageContaining("Bestellungen");
    }

    @Test
    void aServerThatIsAwayIsTriedLater() {
        Map<String, String> settings = settings();
        server.stop();

        assertThatThrownBy(() -> begun(settings)).isInstanceOf(IOException.class);
        server.start();
    }

    @Test
    void aMailIsOpenedIntoItsTextAndItsEnclosures() throws Exception {
        Letter letter = open("buyer@buyer.example", "@buyer.example");

        assertThat(letter.welcome()).isTrue();
        assertThat(letter.subject()).isEqualTo("Order für Köln");
        assertThat(letter.text().strip()).isEqualTo("Please deliver soon");
        assertThat(letter.enclosures()).extracting(Letter.Enclosure::name).containsExactly("Bestellung ä.edi");
        assertThat(new String(letter.enclosures().get(0).content(), StandardCharsets.US_ASCII))
                .isEqualTo("UNB+UNOC:3'");
    }

    @Test
    void onlyMailOfAuthorsWhoAreNamedIsWelcome() throws Exception {
        assertThat(open("buyer@buyer.example", "Buyer@Buyer.example").welcome()).isTrue();
        assertThat(open("other@buyer.example", "buyer@buyer.example").welcome()).isFalse();
        assertThat(open("other@buyer.example", "buyer@buyer.example").enclosures())
                .as("of a stranger's mail nothing is decoded")
                .isEmpty();
        assertThat(open("buyer@evil-buyer.example", "@buyer.example").welcome()).isFalse();
        assertThat(open("a@buyer.example, b@buyer.example", "@buyer.example").welcome())
                .isFalse();
        assertThat(open("", "@buyer.example").welcome()).isFalse();
    }

    private Letter open(String from, String senders) throws IOException {
        byte[] mail = mail("a1@buyer.example", "relay", from).getBytes(StandardCharsets.UTF_8);
        return pickup.open(new ByteArrayInputStream(mail), Map.of("senders", senders))
                .orElseThrow();
    }

    private static String mail(String id, String relay, String from) {
        return "Received: from " + relay + " by here; Mon, 5 Jan 2026 08:00:00 +0000\r\nX-Spam: " + relay + "\r\n"
                + (id.isEmpty() ? "" : "Message-ID: <" + id + ">\r\n")
                + (from.isEmpty() ? "" : "From: " + from + "\r\n")
                + "To: orders@supplier.example\r\nSubject: =?UTF-8?Q?Order_f=C3=BCr_K=C3=B6ln?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
                + "Please deliver soon\r\n--b\r\nContent-Type: application/octet-stream;"
                + " name=\"=?UTF-8?Q?Bestellung_=C3=A4.edi?=\"\r\n"
                + "Content-Disposition: attachment; filename=\"=?UTF-8?Q?Bestellung_=C3=A4.edi?=\"\r\n"
                + "X-File: order.edi\r\nContent-Transfer-Encoding: base64\r\n\r\nVU5CK1VOT0M6Myc=\r\n--b\r\n"
                + "Content-Type: image/png\r\nContent-Disposition: inline; filename=logo.png\r\n\r\nPNG\r\n--b--\r\n";
    }

    private void lay(String id, String relay) throws Exception {
        byte[] mail = mail(id, relay, "buyer@buyer.example").getBytes(StandardCharsets.UTF_8);
        Message message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        account.deliver((MimeMessage) message);
    }

    private PickupVisit begun(Map<String, String> settings) throws IOException, PickupRefusedException {
        PickupVisit visit = pickup.visit(settings);
        try {
            visit.begin();
            return visit;
        } catch (IOException | PickupRefusedException e) {
            visit.close();
            throw e;
        }
    }

    private static String fetch(PickupVisit visit, WaitingFile file) throws IOException, PickupRefusedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(visit.fetch(file, out, 1_000_000)).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String unchecked(PickupVisit visit, WaitingFile file) {
        try {
            return fetch(visit, file);
        } catch (IOException | PickupRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(server.getImap().getPort()),
                "security", "none",
                "user", "orders",
                "password", "secret",
                "senders", "@buyer.example"));
    }
}
