package org.koppel.transport.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.koppel.transport.Letter;
import org.koppel.transport.Letter.Enclosure;
import org.koppel.transport.WaitingFile;

/** Takes a mail apart: its text, and what is enclosed, also in mails that it forwards. */
final class LetterOpener {
    /** A mail in a mail in a mail; nobody means more. */
    private static final int DEEPEST = 6;

    private static final int MOST_PARTS = 200;
    private static final int LONGEST_TEXT = 100_000;

    private final List<Enclosure> enclosures = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private int parts;

    private LetterOpener() {}

    /**
     * The mail of somebody else has neither text nor enclosures.
     *
     * @param senders whose mail is taken
     * @throws IOException when the content is no mail that can be read
     */
    static Letter open(InputStream content, List<String> senders) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), content);
            LetterOpener opener = new LetterOpener();
            String from = author(mail);
            boolean welcome = ImapSettings.isWelcome(senders, from);
            if (welcome) { // what a stranger encloses is not even decoded
                opener.take(mail, 0);
            }
            return new Letter(
                    line(mail.getMessageID()),
                    from,
                    welcome,
                    line(mail.getSubject()),
                    opener.text.isEmpty() ? PlainText.of(opener.html.toString()) : opener.text.toString(),
                    opener.enclosures);
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be read: " + e.getMessage(), e);
        } catch (
                IndexOutOfBoundsException
                        e) { // the parser, on a header that continues none (Jakarta Mail, InternetHeaders)
            throw new IOException("The mail cannot be read: its headers begin with the continuation of one", e);
        }
    }

    private static String line(String header) {
        return header == null ? "" : header.replaceAll("\\p{Cntrl}+", " ");
    }

    /** One author and no more: a mail of several is one of nobody. */
    private static String author(MimeMessage mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress one ? one.getAddress() : "";
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                take(several.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
            take(inner, depth + 1);
        } else if (isText(part)) {
            StringBuilder to = part.isMimeType("text/html") ? html : text;
            byte[] bytes = bytes(part);
            to.append(new String(bytes, 0, Math.min(bytes.length, LONGEST_TEXT), Charsets.of(part.getContentType())));
        } else if (!isPictureOfTheText(part)) {
            enclosures.add(new Enclosure(type(part), name(part), bytes(part)));
        }
    }

    private static boolean isText(Part part) throws MessagingException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        return !attached && (part.isMimeType("text/plain") || part.isMimeType("text/html"));
    }

    private static boolean isPictureOfTheText(Part part) throws MessagingException {
        return part.isMimeType("image/*") && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String type(Part part) throws MessagingException {
        String type = part.getContentType();
        int end = type == null ? -1 : type.indexOf(';');
        String plain = type == null ? "application/octet-stream" : end < 0 ? type : type.substring(0, end);
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    private String name(Part part) throws MessagingException {
        String given = part.getFileName();
        String plain = given == null ? "" : Names.decoded(given).replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return WaitingFile.isName(plain) ? plain : "attachment-" + (enclosures.size() + 1);
    }

    /** Charsets as mails name them; Latin 1 stands in for those nobody knows, because it reads everything. */
    private static final class Charsets {
        static Charset of(String contentType) {
            try {
                String name = new ContentType(contentType).getParameter("charset");
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
            } catch (ParseException | IllegalArgumentException e) {
                return StandardCharsets.ISO_8859_1;
            }
        }
    }

    /** Names that programs encode although RFC 2231 has another way. */
    private static final class Names {
        static String decoded(String name) {
            try {
                return MimeUtility.decodeText(name);
            } catch (UnsupportedEncodingException e) {
                return name;
            }
        }
    }
}
