package org.koppel.transport.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Letter;
import org.koppel.transport.OAuth;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Fetches the mails of a mailbox by IMAP4rev1 (RFC 3501). */
@ApplicationScoped
public class ImapPickup implements Pickup {
    @Inject
    private MailboxTokens tokens;

    /** For CDI. */
    public ImapPickup() {}

    ImapPickup(MailboxTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public TransportId id() {
        return new TransportId("imap");
    }

    /**
     * {@code senders} are the authors whose mail is taken: addresses, or {@code @domains}, with commas between. A mail proves nothing
     * about who wrote it; the mail server has to refuse forged ones (SPF, DKIM, DMARC). With {@code oauth.…} a token is asked for (RFC
     * 6749, 4.4) and taken in place of the password (XOAUTH2).
     */
    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(List.of(
                new Setting("host", true, false),
                new Setting("port", false, false),
                new Setting("security", false, false),
                new Setting("fingerprint", false, false),
                new Setting("user", true, false),
                new Setting("password", false, true),
                new Setting("mailbox", false, false),
                new Setting("senders", true, false)));
        all.addAll(OAuth.settings());
        return List.copyOf(all);
    }

    @Override
    public PickupVisit visit(Map<String, String> given) throws PickupRefusedException {
        try {
            ImapSettings settings = ImapSettings.of(given, tokens.onLoopback());
            return ImapVisit.to(settings, new ImapLogin(settings, tokens));
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (GeneralSecurityException e) {
            throw new PickupRefusedException(
                    DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage()), e);
        }
    }

    @Override
    public boolean hasNames() {
        return false;
    }

    @Override
    public Optional<Letter> open(InputStream content, Map<String, String> settings) throws IOException {
        return Optional.of(LetterOpener.open(content, ImapSettings.senders(settings.getOrDefault("senders", ""))));
    }
}
