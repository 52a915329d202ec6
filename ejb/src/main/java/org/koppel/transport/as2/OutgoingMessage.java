package org.koppel.transport.as2;

import com.helger.as2lib.crypto.MIC;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.koppel.transport.Delivery;
import org.koppel.transport.Part;
import org.koppel.transport.UnusableSettingsException;

/**
 * A delivery as AS2 sends it: compressed, signed, encrypted as agreed (RFC 4130, 5; RFC 5402). {@code id} is made of the delivery's id and
 * so is the same at every attempt; {@code mic} is what the receipt has to say.
 */
record OutgoingMessage(String id, String contentType, byte[] body, MIC mic) {

    static OutgoingMessage of(Delivery delivery, As2Settings to, Instant now)
            throws LibraryException, UnusableSettingsException {
        OwnKeys.Pair own = to.keys().signing(now);
        MimeBodyPart document = Library.call(() -> document(delivery.parts()));
        MimeBodyPart inner = to.compressing() ? Smime.compressed(document) : document;
        MimeBodyPart sealed = Smime.signed(inner, own, to.signing());
        MIC mic = Smime.mic(inner, to.signing());
        if (to.encryption() != null) {
            sealed = Smime.encrypted(sealed, to.partner().encrypting(now), to.encryption());
        }
        MimeBodyPart whole = sealed;
        return Library.call(
                () -> new OutgoingMessage(id(delivery.id()), oneLine(whole.getContentType()), raw(whole), mic));
    }

    static String id(UUID delivery) {
        return "<" + delivery + "@as2.koppel>";
    }

    private static MimeBodyPart document(List<Part> parts) throws MessagingException {
        if (parts.size() == 1) {
            return document(parts.get(0));
        }
        MimeMultipart all = new MimeMultipart("related"); // RFC 6362
        for (Part part : parts) {
            all.addBodyPart(document(part));
        }
        MimeBodyPart whole = new MimeBodyPart();
        whole.setContent(all);
        whole.setHeader("Content-Type", all.getContentType());
        return whole;
    }

    private static MimeBodyPart document(Part part) throws MessagingException {
        MimeBodyPart document = new MimeBodyPart();
        document.setDataHandler(new DataHandler(new ByteArrayDataSource(part.content(), part.mediaType())));
        document.setHeader("Content-Type", part.mediaType());
        document.setHeader("Content-Transfer-Encoding", Smime.BINARY.getID());
        document.setHeader("Content-Disposition", "attachment; filename=\"" + part.fileName() + '"');
        return document;
    }

    private static byte[] raw(MimeBodyPart part) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.getDataHandler().writeTo(out);
        return out.toByteArray();
    }

    /** Headers of mails are folded, those of HTTP are not. */
    static String oneLine(String header) {
        return header.replaceAll("\\s+", " ").strip();
    }

    /** RFC 4130, 6 and 7.3: a signed receipt in the answer is asked for. */
    HttpRequest.Builder request(As2Settings to, String subject, Instant now) {
        String digest = to.signing().getID();
        return HttpRequest.newBuilder(to.address())
                .header("AS2-Version", "1.1")
                .header("AS2-From", As2Names.header(to.names().from()))
                .header("AS2-To", As2Names.header(to.names().to()))
                .header("Message-ID", id)
                .header("Subject", subject)
                .header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
                .header("MIME-Version", "1.0")
                .header("Recipient-Address", to.address().toString())
                .header(
                        "Disposition-Notification-To",
                        As2Names.header(to.names().from()))
                .header(
                        "Disposition-Notification-Options",
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, " + digest)
                .header("Content-Type", contentType)
                .header("Content-Transfer-Encoding", Smime.BINARY.getID())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
}
