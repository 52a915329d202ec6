package org.koppel.transport.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.koppel.transport.Delivery;
import org.koppel.transport.Part;

/**
 * Makes one MIME message of a delivery:
 *
 * <pre>
 * multipart/mixed
 *   multipart/related
 *     multipart/alternative
 *       text/plain            made from the HTML
 *       text/html             the first part of that type
 *     image/…                 what the HTML showed by data: URI, now by cid:
 *   application/pdf …         every other part, as attachment
 * </pre>
 */
final class MailComposer {
    private final Session session;
    private final Clock clock;

    MailComposer(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * The complete message, already in its bytes: nothing can fail for its content while it is sent.
     *
     * @throws UnusableMailException when a header value or a media type cannot be used
     */
    MimeMessage compose(Delivery delivery, MailSettings settings) throws UnusableMailException {
        String unique = delivery.id() + "@" + settings.host();
        try {
            MimeMessage mail = new StableMessage(session, '<' + unique + '>');
            mail.setFrom(settings.from());
            mail.setRecipients(Message.RecipientType.TO, settings.to().toArray(InternetAddress[]::new));
            mail.setRecipients(Message.RecipientType.CC, settings.cc().toArray(InternetAddress[]::new));
            mail.setSubject(MailHeaders.checked("subject", delivery.subject()), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContent(content(delivery, unique));
            mail.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (MessagingException | IOException e) {
            throw new UnusableMailException("BAD_MAIL", "No mail can be made of this delivery: " + e.getMessage(), e);
        }
    }

    private static Multipart content(Delivery delivery, String unique)
            throws MessagingException, UnusableMailException {
        List<Part> attachments = new ArrayList<>(delivery.parts());
        Part html =
                attachments.stream().filter(MailComposer::isHtml).findFirst().orElse(null);
        attachments.remove(html);
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(html == null ? plain(PlainText.listing(delivery)) : body(new InlineImages(html, unique)));
        for (Part attachment : attachments) {
            mixed.addBodyPart(attachment(attachment));
        }
        return mixed;
    }

    private static boolean isHtml(Part part) {
        return part.mediaType().regionMatches(true, 0, "text/html", 0, "text/html".length());
    }

    private static MimeBodyPart body(InlineImages html) throws MessagingException {
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(plain(PlainText.of(html.html())));
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html.html(), StandardCharsets.UTF_8.name(), "html");
        alternative.addBodyPart(rich);
        if (html.images().isEmpty()) {
            return wrapped(alternative);
        }
        MimeMultipart related = new MimeMultipart("related; type=\"multipart/alternative\"");
        related.addBodyPart(wrapped(alternative));
        for (InlineImages.Image image : html.images()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(image.content(), image.mediaType())));
            part.setContentID('<' + image.contentId() + '>');
            part.setDisposition(jakarta.mail.Part.INLINE);
            part.setHeader("Content-Transfer-Encoding", "base64");
            related.addBodyPart(part);
        }
        return wrapped(related);
    }

    private static MimeBodyPart wrapped(Multipart multipart) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(multipart);
        return part;
    }

    private static MimeBodyPart plain(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name());
        return part;
    }

    private static MimeBodyPart attachment(Part file) throws MessagingException, UnusableMailException {
        String name = MailHeaders.checked("file name", file.fileName());
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), mediaType(file))));
        part.setDisposition(jakarta.mail.Part.ATTACHMENT);
        part.setFileName(name); // encoded by RFC 2231 where it is not ASCII
        part.setHeader("Content-Transfer-Encoding", "base64"); // arrives byte by byte as it was rendered
        return part;
    }

    private static String mediaType(Part file) throws UnusableMailException {
        try {
            return new ContentType(MailHeaders.checked("media type", file.mediaType())).toString();
        } catch (ParseException e) {
            throw new UnusableMailException("BAD_MAIL", "\"" + file.mediaType() + "\" is not a media type", e);
        }
    }

    /** Keeps its Message-ID when it is saved. */
    private static final class StableMessage extends MimeMessage {
        private final String messageId;

        StableMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
