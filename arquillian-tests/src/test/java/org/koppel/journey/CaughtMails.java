package org.koppel.journey;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** What lies in the mail catcher, taken apart by a mail library as a mail client does it. */
final class CaughtMails {
    private final Path directory;

    CaughtMails(Koppel koppel) {
        directory = Path.of(koppel.property("mail.dir"));
    }

    /** One file of a mail. {@code contentId} without brackets; it and {@code fileName} may be null. */
    record File(String mediaType, String fileName, String contentId, byte[] content) {}

    /** {@code files} are the leaves of the MIME tree, in their order. */
    record Mail(String messageId, String subject, List<String> to, List<File> files) {

        /** The first file of that type. @throws AssertionError when there is none */
        File file(String mediaType) {
            return files.stream()
                    .filter(f -> f.mediaType().equals(mediaType))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + mediaType + " in " + files));
        }
    }

    /** The mails about an order, by its number in the subject. */
    List<Mail> about(String orderNumber) throws IOException, MessagingException {
        List<Mail> found = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
                if (mail.getSubject().contains(orderNumber)) {
                    found.add(read(mail));
                }
            }
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
        }
    }

    private static Mail read(MimeMessage mail) throws IOException, MessagingException {
        List<File> files = new ArrayList<>();
        collect(mail, files);
        List<String> to =
                Stream.of(mail.getAllRecipients()).map(Object::toString).toList();
        return new Mail(mail.getMessageID(), mail.getSubject(), to, files);
    }

    private static void collect(Part part, List<File> files) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), files);
            }
            return;
        }
        String[] id = part.getHeader("Content-ID");
        String mediaType = part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        byte[] content = part.getDataHandler().getInputStream().readAllBytes();
        String fileName = part instanceof BodyPart ? part.getFileName() : null;
        files.add(new File(mediaType, fileName, id == null ? null : id[0].replaceAll("^<|>$", ""), content));
    }
}
