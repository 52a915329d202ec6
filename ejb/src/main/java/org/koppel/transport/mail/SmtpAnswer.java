package org.koppel.transport.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.PartnerTrust;

/**
 * What a mail server's refusal means (RFC 5321, 4.2.1): 4xx may work later, 5xx never will without a person. Jakarta Mail keeps
 * the server's reply as the text of the exception, in a chain with one link per refused recipient.
 */
final class SmtpAnswer {
    private static final Pattern REPLY =
            Pattern.compile("(?:^|response: )([45])([0-9]{2})(?:[ -]|$)", Pattern.MULTILINE);

    private SmtpAnswer() {}

    /** Before the mail was offered: nobody refused the mail itself, so a later attempt may do. */
    static DeliveryOutcome ofConnecting(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return DeliveryOutcome.retry(
                    "SMTP_LOGIN",
                    "The mail server refused the login; correct KOPPEL_MAIL_USER and KOPPEL_MAIL_PASSWORD. "
                            + words(e));
        }
        Optional<String> refusal = PartnerTrust.refusal(e);
        if (refusal.isPresent()) {
            return DeliveryOutcome.retry(
                    "SMTP_TLS",
                    "No protected connection to the mail server: its certificate must be of KOPPEL_MAIL_HOST and of an"
                            + " authority that this Java knows (javax.net.ssl.trustStore). " + refusal.get());
        }
        String code = code(e);
        return DeliveryOutcome.retry(
                code == null ? "SMTP_UNREACHABLE" : code,
                "The mail server cannot be reached; check KOPPEL_MAIL_HOST and KOPPEL_MAIL_PORT if this lasts. "
                        + words(e));
    }

    static DeliveryOutcome ofSending(MessagingException e) {
        String code = code(e);
        if (code == null) {
            return DeliveryOutcome.retry("SMTP_BROKEN", "The connection to the mail server broke. " + words(e));
        }
        return code.startsWith("SMTP_5")
                ? DeliveryOutcome.rejected(
                        code, "The mail server refuses the mail; correct the address or ask the recipient. " + words(e))
                : DeliveryOutcome.retry(code, "The mail server asks to try later. " + words(e));
    }

    /** The gravest reply in the chain, null when the server said nothing. */
    private static String code(MessagingException e) {
        String gravest = null;
        for (String text : texts(e)) {
            Matcher reply = REPLY.matcher(text);
            if (reply.find() && (gravest == null || gravest.startsWith("SMTP_4"))) {
                gravest = "SMTP_" + reply.group(1) + reply.group(2);
            }
        }
        return gravest;
    }

    private static String words(MessagingException e) {
        return String.join("; ", texts(e));
    }

    private static Set<String> texts(MessagingException e) {
        Set<String> texts = new LinkedHashSet<>();
        for (Exception at = e; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
            if (at.getMessage() != null) {
                texts.add(at.getMessage().strip());
            }
        }
        return texts;
    }
}
