package org.koppel.transport.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
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

    @Inject
    private Clock clock;

    /** For CDI. */
    public MailTransport() {}

    MailTransport(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
        limitWaiting();
    }

    /** The server's session waits for ever unless it is told otherwise. */
    @PostConstruct
    void limitWaiting() {
        for (String protocol : List.of("smtp", "smtps")) {
            TIMEOUTS.forEach(
                    (name, value) -> session.getProperties().putIfAbsent("mail." + protocol + '.' + name, value));
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
            try (jakarta.mail.Transport smtp = session.getTransport()) {
                smtp.connect();
            }
            return DeliveryOutcome.delivered("The mail server answers");
        } catch (UnusableMailException e) {
            return e.outcome();
        } catch (MessagingException e) {
            return SmtpAnswer.ofConnecting(e);
        }
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
        return send(mail, settings);
    }

    private DeliveryOutcome send(MimeMessage mail, MailSettings settings) {
        jakarta.mail.Transport smtp;
        try {
            smtp = session.getTransport();
            smtp.connect();
        } catch (MessagingException e) {
            return SmtpAnswer.ofConnecting(e);
        }
        try {
            smtp.sendMessage(mail, settings.recipients());
            return DeliveryOutcome.delivered("The mail server took the mail for " + settings.recipientList());
        } catch (MessagingException e) {
            return SmtpAnswer.ofSending(e);
        } finally {
            quit(smtp);
        }
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
