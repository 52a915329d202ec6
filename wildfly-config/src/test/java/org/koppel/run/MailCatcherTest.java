package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
    @TempDir
    Path directory;

    private MailCatcher catcher;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        catcher = new MailCatcher(directory.resolve("mail"), port);
        catcher.start();
    }

    @AfterEach
    void stop() {
        catcher.stop();
    }

    @Test
    void keepsAMailToTwoRecipientsAsOneFileWithItsContent() throws MessagingException, IOException {
        send("Bestellung 4711", "a@buyer.example,b@buyer.example");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(Files.readString(mail))
                        .contains("Subject: Bestellung 4711")
                        .contains("Guten Tag"));
    }

    @Test
    void keepsEveryMail() throws MessagingException, IOException {
        send("one", "a@buyer.example");
        send("two", "a@buyer.example");

        assertThat(mails()).hasSize(2);
    }

    @Test
    void refusesOnRequestAndTakesMailAgainAfterwards() throws MessagingException, IOException {
        catcher.refuse(true);
        assertThatThrownBy(() -> send("one", "a@buyer.example")).isInstanceOf(MessagingException.class);
        catcher.refuse(false);
        send("two", "a@buyer.example");

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(Files.readString(mail)).contains("Subject: two"));
    }

    @Test
    void startsAgainAfterAStop() throws MessagingException, IOException {
        catcher.stop();
        assertThatThrownBy(() -> send("one", "a@buyer.example")).isInstanceOf(MessagingException.class);
        catcher.start();
        send("two", "a@buyer.example");

        assertThat(mails()).hasSize(1);
    }

    private void send(String subject, String to) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("koppel@supplier.example");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject);
        message.setText("Guten Tag");
        Transport.send(message);
    }

    private List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(catcher.directory())) {
            return files.filter(file -> file.toString().endsWith(".eml")).toList();
        }
    }
}
