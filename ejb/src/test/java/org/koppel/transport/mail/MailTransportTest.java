package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;

class MailTransportTest {
    private static final Map<String, String> TO_ORDERS = Map.of("to", "orders@bouwgroep.example");
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailTransport transport() {
        return Mails.transport(server.getSmtp().getPort());
    }

    private MimeMessage sent(Delivery delivery) {
        assertThat(transport().deliver(delivery).kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        return server.getReceivedMessages()[0];
    }

    private static BodyPart part(Multipart multipart, int index, String type) throws MessagingException {
        BodyPart part = multipart.getBodyPart(index);
        assertThat(part.getContentType()).startsWith(type);
        return part;
    }

    private static Multipart inside(BodyPart part) throws MessagingException, IOException {
        return (Multipart) part.getContent();
    }

    @Test
    void theHeadersSayWhoWhomWhatAndThatAMachineWrites() throws MessagingException {
        MimeMessage mail = sent(Mails.delivery(
                Map.of(
                        "to", "orders@bouwgroep.example, Anaïs <anais@bouwgroep.example>",
                        "cc", "copy@bouwgroep.example",
                        "from", "Verkoop <sales@supplier.example>"),
                Mails.CONFIRMATION));

        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Verkoop <sales@supplier.example>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(2);
        assertThat(mail.getRecipients(Message.RecipientType.CC)).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Bevestiging van uw bestelling 4711 – één");
        assertThat(mail.getHeader("Subject")[0]).isASCII();
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Mails.MONDAY));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    void everythingASignatureOfTheAuthorsDomainCoversIsThereOnceAndAligned() throws MessagingException {
        Delivery delivery = Mails.delivery(
                Map.of("to", "orders@bouwgroep.example", "from", "Verkoop <sales@supplier.example>"),
                Mails.CONFIRMATION);

        MimeMessage mail = sent(delivery);

        for (String header :
                new String[] {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}) {
            assertThat(mail.getHeader(header)).as(header).hasSize(1);
            assertThat(mail.getHeader(header)[0]).as(header).isASCII();
        }
        assertThat(mail.getHeader("Sender")).isNull();
        assertThat(mail.getMessageID()).endsWith("@supplier.example>");
        assertThat(mail.getHeader("Return-Path")).containsExactly("<sales@supplier.example>"); // MAIL FROM, for SPF
    }

    @Test
    void everyAttemptCarriesTheSameMessageId() throws MessagingException {
        Delivery delivery = Mails.delivery(TO_ORDERS, Mails.CONFIRMATION);

        transport().deliver(delivery);
        transport().deliver(delivery);

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<" + Mails.ID + "@koppel.example>", "<" + Mails.ID + "@koppel.example>");
    }

    @Test
    void htmlAndItsImagesAreTheBodyAndThePdfHangsOnIt() throws MessagingException, IOException {
        Part html = Mails.html("<p>Één <img alt='logo' src=\"data:image/png;base64," + Mails.PIXEL
                + "\"> bedrag: 12 &euro;" + "</p><img src='data:image/png;base64," + Mails.PIXEL + "'>");

        Multipart mixed = (Multipart)
                sent(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION, html)).getContent();

        assertThat(mixed.getCount()).isEqualTo(2);
        Multipart related = inside(part(mixed, 0, "multipart/related; type=\"multipart/alternative\""));
        Multipart alternative = inside(part(related, 0, "multipart/alternative"));
        assertThat(part(alternative, 0, "text/plain").getContent()).isEqualTo("Één bedrag: 12 €");
        assertThat((String) part(alternative, 1, "text/html").getContent())
                .contains(
                        "<p>Één <img alt='logo' src=\"cid:image1.11111111-2222-3333-4444-555555555555@koppel.example\">")
                .contains("<img src='cid:image1.11111111-2222-3333-4444-555555555555@koppel.example'>")
                .doesNotContain("data:");
        assertThat(related.getCount()).isEqualTo(2);
        BodyPart image = part(related, 1, "image/png");
        assertThat(image.getHeader("Content-ID"))
                .containsExactly("<image1.11111111-2222-3333-4444-555555555555@koppel.example>");
        assertThat(image.getDisposition()).isEqualTo("inline");
        assertThat(image.getInputStream().readAllBytes())
                .isEqualTo(Base64.getDecoder().decode(Mails.PIXEL));
    }

    @Test
    void anAttachmentArrivesByteByByteUnderItsName() throws MessagingException, IOException {
        Part csv = new Part("text/csv; charset=UTF-8", "Bestätigung 4711 – één.csv", Mails.PDF);

        Multipart mixed = (Multipart)
                sent(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION, csv)).getContent();

        BodyPart pdf = part(mixed, 1, "application/pdf");
        assertThat(pdf.getDisposition()).isEqualTo("attachment");
        assertThat(pdf.getFileName()).isEqualTo("Bevestiging.pdf");
        assertThat(pdf.getInputStream().readAllBytes()).isEqualTo(Mails.PDF);
        BodyPart table = part(mixed, 2, "text/csv");
        assertThat(table.getFileName()).isEqualTo("Bestätigung 4711 – één.csv");
        assertThat(table.getHeader("Content-Disposition")[0]).contains("filename*=UTF-8''Best%C3%A4tigung");
        assertThat(table.getInputStream().readAllBytes()).isEqualTo(Mails.PDF);
    }

    @Test
    void aMailWithoutHtmlListsWhatHangsOnIt() throws MessagingException, IOException {
        Multipart mixed =
                (Multipart) sent(Mails.delivery(TO_ORDERS, Mails.CONFIRMATION)).getContent();

        assertThat((String) part(mixed, 0, "text/plain").getContent())
                .contains("Bevestiging van uw bestelling 4711 – één")
                .contains("- Bevestiging.pdf");
    }

    @Test
    void htmlWithoutImagesNeedsNoRelatedPart() throws MessagingException, IOException {
        Multipart mixed = (Multipart)
                sent(Mails.delivery(TO_ORDERS, Mails.html("<p>x</p>"))).getContent();

        assertThat(mixed.getCount()).isEqualTo(1);
        part(mixed, 0, "multipart/alternative");
    }

    @Test
    void testingTheConnectionSendsNothing() {
        DeliveryOutcome outcome = transport().check(TO_ORDERS);

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
