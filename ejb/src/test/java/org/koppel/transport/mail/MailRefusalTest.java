package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.DeliveryOutcome.Kind;
import org.koppel.transport.Part;

/** What does not work is a value that says whether to try again, or what a person must change. */
class MailRefusalTest {
    private static final Map<String, String> TO_ORDERS = Map.of("to", "orders@bouwgroep.example");
    private static final Delivery DELIVERY = Mails.delivery(TO_ORDERS, Mails.CONFIRMATION);

    private static DeliveryOutcome answered(Map<String, String> replies) throws IOException {
        try (RefusingMailServer server = new RefusingMailServer(replies)) {
            return Mails.transport(server.port()).deliver(DELIVERY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING,421 4.3.2 shutting down,RETRY,SMTP_421",
        "GREETING,554 5.3.2 no service here,RETRY,SMTP_554",
        "MAIL,451 4.3.0 try later,RETRY,SMTP_451",
        "MAIL,550 5.7.1 sender not allowed,REJECTED,SMTP_550",
        "RCPT,450 4.2.0 greylisted,RETRY,SMTP_450",
        "RCPT,550 5.1.1 no such user,REJECTED,SMTP_550",
        "DATA,452 4.3.1 no space,RETRY,SMTP_452",
        "END,554 5.7.1 looks like spam,REJECTED,SMTP_554",
        "END,451 4.4.2 try later,RETRY,SMTP_451",
        "DATA,HANG UP,RETRY,SMTP_BROKEN"
    })
    void theServersReplyDecides(String command, String reply, Kind kind, String code) throws IOException {
        DeliveryOutcome outcome = answered(Map.of(command, reply));

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.code()).isEqualTo(code);
    }

    @Test
    void theServersWordsAreKeptForThePersonWhoMustAct() throws IOException {
        assertThat(answered(Map.of("RCPT", "550 5.1.1 no such user")).detail())
                .contains("550 5.1.1 no such user")
                .contains("correct the address");
    }

    @Test
    void whenOneRecipientIsRefusedNobodyGetsTheMail() throws IOException {
        try (RefusingMailServer server = new RefusingMailServer(Map.of("RCPT", "550 no"))) {
            Mails.transport(server.port()).deliver(DELIVERY);

            assertThat(server.commands()).noneMatch(c -> c.startsWith("DATA"));
        }
    }

    @Test
    void aGoodByeThatFailsDoesNotUndoTheMail() throws IOException {
        assertThat(answered(Map.of("QUIT", "HANG UP")).kind()).isEqualTo(Kind.DELIVERED);
    }

    @Test
    void aServerThatIsDownIsTriedAgain() {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        int port = server.getSmtp().getPort();
        server.stop();

        DeliveryOutcome outcome = Mails.transport(port).deliver(DELIVERY);

        assertThat(outcome.kind()).isEqualTo(Kind.RETRY);
        assertThat(outcome.code()).isEqualTo("SMTP_UNREACHABLE");
        assertThat(outcome.detail()).contains("KOPPEL_MAIL_HOST");
        assertThat(Mails.transport(port).check(TO_ORDERS).code()).isEqualTo("SMTP_UNREACHABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "orders@",
                "@x.example",
                "a b@x.example",
                "a@x.example b@x.example",
                "a@x.example;b@x.example",
                "team: a@x.example;"
            })
    void anAddressThatIsNoneIsNamedWithItsSetting(String to) throws IOException {
        DeliveryOutcome outcome = withoutServer(Mails.delivery(Map.of("to", to), Mails.CONFIRMATION));

        assertThat(outcome.kind()).isEqualTo(Kind.REJECTED);
        assertThat(outcome.code()).isEqualTo("BAD_ADDRESS");
        assertThat(outcome.detail()).contains("setting \"to\"").contains("correct it, with commas between several");
    }

    @Test
    void aMissingAddressIsNamed() throws IOException {
        DeliveryOutcome outcome = withoutServer(Mails.delivery(Map.of("cc", "a@x.example"), Mails.CONFIRMATION));

        assertThat(outcome.code()).isEqualTo("MISSING_SETTING");
        assertThat(outcome.detail()).contains("\"to\" is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order 1\r\nBcc: thief@x.example", "Order\n1", "Order\r1", "Order\u00001"})
    void aSubjectWithALineBreakIsRefused(String subject) throws IOException {
        assertThat(withoutServer(Mails.delivery(subject, TO_ORDERS, Mails.CONFIRMATION))
                        .code())
                .isEqualTo("BAD_HEADER");
    }

    @Test
    void lineBreaksInAddressFileNameAndMediaTypeAreRefused() throws IOException {
        Map<String, String> forged = Map.of("to", "a@x.example\r\nBcc: thief@x.example");
        Part name = new Part("application/pdf", "a.pdf\r\nX: y", Mails.PDF);
        Part type = new Part("application/pdf\r\nX: y", "a.pdf", Mails.PDF);

        assertThat(withoutServer(Mails.delivery(forged, Mails.CONFIRMATION)).code())
                .isEqualTo("BAD_HEADER");
        assertThat(withoutServer(Mails.delivery(TO_ORDERS, name)).code()).isEqualTo("BAD_HEADER");
        assertThat(withoutServer(Mails.delivery(TO_ORDERS, type)).code()).isEqualTo("BAD_HEADER");
    }

    /** Delivers where no connection may be opened: the mail is complete, or refused, before. */
    private static DeliveryOutcome withoutServer(Delivery delivery) throws IOException {
        try (RefusingMailServer server = new RefusingMailServer(Map.of())) {
            DeliveryOutcome outcome = Mails.transport(server.port()).deliver(delivery);
            assertThat(server.commands()).isEmpty();
            return outcome;
        }
    }
}
