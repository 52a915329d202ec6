package org.koppel.transport.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.RecordedSockets;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;

/**
 * Sends a delivery as one e-mail by SMTP (RFC 5321), through the server's mail session. The mail is complete before the
 * connection is opened, so it leaves whole or not at all; to all recipients or to none. Every attempt carries the same
 * Message-ID, made of the delivery's id.
 */
@ApplicationScoped
public class MailTransport implements Transport {
    private static final Logger LOG = System.getLogger(MailTransport.class.getName());

    /** Milliseconds; together they stay within the minute that a transport has. */
    private static final Map<String, String> TIMEOUTS =
            Map.of("connectiontimeout", "10000", "timeout", "20000", "writetimeout", "20000");

    @Resource(lookup = "java:jboss/mail/Koppel")
    private Session session;

    @Resource
    private ManagedScheduledExecutorService managed;

    @Inject
    private Clock clock;

    private final AttemptSockets sockets = new AttemptSockets();
    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;

    /** For CDI. */
    public MailTransport() {}

    MailTransport(Session session, Clock clock, ScheduledExecutorService timer, Duration limit) {
        this.session = session;
        this.clock = clock;
        this.timer = timer;
        this.limit = limit;
        limitWaiting();
    }

    /** The server's session waits for ever unless it is told otherwise, and from byte to byte at that. */
    @PostConstruct
    void limitWaiting() {
        for (String protocol : List.of("smtp", "smtps")) {
            TIMEOUTS.forEach(
                    (name, value) -> session.getProperties().putIfAbsent("mail." + protocol + '.' + name, value));
            session.getProperties().put("mail." + protocol + ".socketFactory", sockets);
            session.getProperties().put("mail." + protocol + ".socketFactory.fallback", "false");
        }
    }

    @Override
    public TransportId id() {
        return new TransportId("mail");
    }

    /** {@code to} and {@code cc} hold addresses with commas between them; without {@code from} the server's own is used. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("to", true, false), new Setting("cc", false, false), new Setting("from", false, false));
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) {
        try {
            MailSettings.of(settings, session);
        } catch (UnusableMailException e) {
            return e.outcome();
        }
        return within(smtp -> DeliveryOutcome.delivered("The mail server answers"));
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        MailSettings settings;
        MimeMessage mail;
        try {
            settings = MailSettings.of(delivery.settings(), session);
            mail = new MailComposer(session, clock).compose(delivery, settings);
        } catch (UnusableMailException e) {
            return e.outcome();
        }
        return within(smtp -> send(smtp, mail, settings));
    }

    private static DeliveryOutcome send(jakarta.mail.Transport smtp, MimeMessage mail, MailSettings settings) {
        try {
            smtp.sendMessage(mail, settings.recipients());
            return DeliveryOutcome.delivered("The mail server took the mail for " + settings.recipientList());
        } catch (MessagingException e) {
            return SmtpAnswer.ofSending(e);
        }
    }

    /** Something that is said to the mail server. */
    private interface Work {
        DeliveryOutcome with(jakarta.mail.Transport smtp);
    }

    /** From the greeting to the goodbye; a server that takes a byte now and then is left. */
    private DeliveryOutcome within(Work work) {
        RecordedSockets recorded = sockets.begin();
        try (Deadline deadline = Deadline.after(timer(), limit, recorded::closeAll)) {
            DeliveryOutcome outcome = connected(work);
            return deadline.isPassed() && outcome.kind() == DeliveryOutcome.Kind.RETRY
                    ? DeliveryOutcome.retry(
                            "SMTP_TOO_SLOW",
                            "The mail server takes too long; look at it if this lasts. " + outcome.detail())
                    : outcome;
        } finally {
            sockets.end();
        }
    }

    private DeliveryOutcome connected(Work work) {
        jakarta.mail.Transport smtp;
        try {
            smtp = session.getTransport();
            smtp.connect();
        } catch (MessagingException e) {
            return SmtpAnswer.ofConnecting(e);
        }
        try {
            return work.with(smtp);
        } finally {
            quit(smtp);
        }
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }

    /** What was taken stays taken, whether or not the server answers the good-bye. */
    private static void quit(jakarta.mail.Transport smtp) {
        try {
            smtp.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "The mail server closed the connection first", e);
        }
    }
}
