package org.koppel.transport.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.OAuth;
import org.koppel.transport.PickupRefusedException;

/** Logs in to a mailbox: by password (RFC 3501, 6.2.3), or by a token of OAuth 2 (the SASL mechanism XOAUTH2, which takes it in place of a password). */
final class ImapLogin {
    /** The SASL mechanism of Microsoft 365, Google and others. */
    static final String BY_TOKEN = "XOAUTH2";

    private final ImapSettings settings;
    private final MailboxTokens tokens;

    ImapLogin(ImapSettings settings, MailboxTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** @throws PickupRefusedException when the login is refused, or there is no token for it */
    void into(Store store) throws MessagingException, IOException, PickupRefusedException {
        if (settings.oauth().isPresent()) {
            byToken(store, settings.oauth().get());
        } else {
            byPassword(store);
        }
    }

    private void byPassword(Store store) throws MessagingException, PickupRefusedException {
        try {
            connect(store, settings.password());
        } catch (AuthenticationFailedException e) {
            throw refused(
                    "IMAP_LOGIN",
                    settings.server().host() + " refuses the login of " + settings.user() + " (" + e.getMessage()
                            + "). Correct user and password of the way in.",
                    e);
        }
    }

    /** A token may have been called back before its time: another one is tried, once. */
    private void byToken(Store store, OAuth oauth) throws MessagingException, IOException, PickupRefusedException {
        try {
            connect(store, tokens.get(oauth));
        } catch (AuthenticationFailedException called) {
            tokens.forget(oauth);
            try {
                connect(store, tokens.get(oauth));
            } catch (AuthenticationFailedException e) {
                throw refused("IMAP_TOKEN", notTaken(oauth, e), e);
            }
        }
    }

    private String notTaken(OAuth oauth, AuthenticationFailedException e) {
        return settings.server().host() + " does not take the token for " + settings.user() + " (" + e.getMessage()
                + "). The token itself was given: let the application " + oauth.client()
                + " into this mailbox by IMAP (Microsoft 365: IMAP.AccessAsApp with the consent of an administrator, then"
                + " New-ServicePrincipal and Add-MailboxPermission), and compare user and scope of the way in.";
    }

    private void connect(Store store, String secret) throws MessagingException {
        store.connect(settings.server().host(), settings.server().port(), settings.user(), secret);
    }

    private static PickupRefusedException refused(String code, String detail, AuthenticationFailedException cause) {
        return new PickupRefusedException(DeliveryOutcome.rejected(code, detail), cause);
    }
}
