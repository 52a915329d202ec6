package org.koppel.fault;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that arrived, read from the catcher's directory. */
final class Mails {

    private Mails() {}

    /** The Message-ID of every mail about an order with this prefix, by order number. */
    static Map<String, List<String>> messageIds(Path directory, String prefix) throws IOException, MessagingException {
        Pattern number = Pattern.compile(Pattern.quote(prefix) + "-\\d+");
        Map<String, List<String>> found = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path mail : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(mail))) {
                    InternetHeaders headers = new InternetHeaders(in);
                    Matcher subject = number.matcher(
                            MimeUtility.decodeText(MimeUtility.unfold(headers.getHeader("Subject", null))));
                    if (subject.find()) {
                        found.computeIfAbsent(subject.group(), n -> new ArrayList<>())
                                .add(headers.getHeader("Message-ID", null));
                    }
                }
            }
        }
        return found;
    }
}
