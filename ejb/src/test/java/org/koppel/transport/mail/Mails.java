package org.koppel.transport.mail;

import jakarta.mail.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.Part;

/** Deliveries and transports for tests. */
final class Mails {
    static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");
    static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    static final byte[] PDF = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', (byte) 0xE2, 0, '\r', '\n', '.', '\n'};
    static final Part CONFIRMATION = new Part("application/pdf", "Bevestiging.pdf", PDF);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private Mails() {}

    static Part html(String body) {
        return new Part(
                "text/html; charset=UTF-8",
                "confirmation.html",
                ("<html><head><title>t</title><style>p{color:red}</style></head><body>" + body + "</body></html>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Delivery delivery(Map<String, String> settings, Part... parts) {
        return delivery("Bevestiging van uw bestelling 4711 – één", settings, parts);
    }

    static Delivery delivery(String subject, Map<String, String> settings, Part... parts) {
        return new Delivery(ID, new PartyId("bouwgroep"), subject, settings, List.of(parts));
    }

    static MailTransport transport(int port) {
        return transport(port, Map.of());
    }

    /** @param more properties of the mail session */
    static MailTransport transport(int port, Map<String, String> more) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.from", "supplier@koppel.example");
        properties.putAll(more);
        return new MailTransport(
                Session.getInstance(properties), Clock.fixed(MONDAY, ZoneOffset.UTC), TIMER, Duration.ofSeconds(3));
    }
}
