package org.koppel.operations.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.koppel.party.Customer;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.TransportRegistry;

/**
 * Mails an invitation's link to the person it is for. It goes out at once and not through the outbox: what lies there is kept and can be
 * read, and whoever has the link can choose the password. A mail that cannot be sent is told to the operator, who has the link then.
 */
@ApplicationScoped
public class InvitationMail {
    private static final Logger LOG = System.getLogger(InvitationMail.class.getName());
    private static final TransportId MAIL = new TransportId("mail");
    private static final String BUNDLE = "org/koppel/operations/portal/invitation";

    @Inject
    TransportRegistry transports;

    /** An invitation as it is told: {@code fullName} of the person, {@code link} that holds until then. */
    public record Invitation(String fullName, String link, Instant until) {
        /** Never the link. */
        @Override
        public String toString() {
            return "Invitation until " + until;
        }
    }

    /**
     * In the customer's language. Not to be called in a transaction: a mail server may be slow.
     *
     * @param to the person's address
     * @return whether the mail server took it
     */
    public boolean send(Customer customer, String to, Invitation invitation) {
        Optional<Transport> mail = transports.byId(MAIL);
        if (mail.isEmpty()) {
            return false;
        }
        Locale locale = Locale.forLanguageTag(customer.language());
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                InvitationMail.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        byte[] page = page(customer, invitation, texts, locale).getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery(
                UUID.randomUUID(),
                customer.id(),
                texts.getString("subject"),
                Map.of("to", to),
                List.of(new Part("text/html; charset=UTF-8", "invitation.html", page)));
        try {
            DeliveryOutcome outcome = mail.get().deliver(delivery);
            LOG.log(Level.INFO, "Mail with an invitation for a person of {0}: {1}", customer.id(), outcome.code());
            return outcome.kind() == DeliveryOutcome.Kind.DELIVERED;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Mail with an invitation for a person of " + customer.id() + " failed", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String page(Customer customer, Invitation invitation, ResourceBundle texts, Locale locale) {
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(invitation.until().atZone(ZoneOffset.UTC));
        String link = escaped(invitation.link());
        return "<!DOCTYPE html>\n<html lang=\"" + escaped(locale.toLanguageTag())
                + "\"><head><meta charset=\"UTF-8\"><title>"
                + escaped(texts.getString("subject"))
                + "</title></head>\n<body style=\"font-family:Arial,sans-serif;font-size:14px;color:#16202a\">\n"
                + paragraph(escaped(text(texts, "greeting", invitation.fullName())))
                + paragraph(escaped(text(texts, "text", customer.name())))
                + paragraph("<a href=\"" + link + "\">" + link + "</a>")
                + paragraph(escaped(text(texts, "until", until)))
                + paragraph(escaped(texts.getString("unexpected")))
                + "</body></html>\n";
    }

    private static String paragraph(String html) {
        return "<p>" + html + "</p>\n";
    }

    private static String text(ResourceBundle texts, String key, Object... arguments) {
        return MessageFormat.format(texts.getString(key), arguments);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
