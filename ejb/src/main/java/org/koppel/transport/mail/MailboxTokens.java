package org.koppel.transport.mail;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.koppel.platform.Settings;
import org.koppel.transport.AccessTokens;
import org.koppel.transport.OAuth;
import org.koppel.transport.PartnerAddress;
import org.koppel.transport.PartnerHttp;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.TimeLeft;
import org.koppel.transport.UnusableSettingsException;

/** Tokens that mailboxes are opened with, asked for where the mailbox's provider gives them. */
@ApplicationScoped
public class MailboxTokens {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Resource
    private ManagedScheduledExecutorService managed;

    @Inject
    private Settings settings;

    @Inject
    private AccessTokens tokens;

    private ScheduledExecutorService timer;
    private HttpClient client;

    /** For CDI. */
    public MailboxTokens() {}

    MailboxTokens(ScheduledExecutorService timer, Settings settings, AccessTokens tokens) {
        this.timer = timer;
        this.settings = settings;
        this.tokens = tokens;
    }

    /** Whether tokens may come by plain HTTP and from this machine. */
    boolean onLoopback() {
        return settings.demo();
    }

    /**
     * @throws PickupRefusedException when there is no token; it says whether there may be one later
     * @throws IOException when its address cannot be reached
     */
    String get(OAuth from) throws IOException, PickupRefusedException {
        try {
            PartnerAddress.requireForeign(OAuth.URL, from.address(), onLoopback());
            return tokens.get(from, request -> PartnerHttp.exchange(client(), request, timer(), TimeLeft.of(LIMIT)));
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (AccessTokens.NoTokenException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("Stopped while it waited for a token").initCause(e);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IOException(
                    "the address of the token, " + from.address().getHost() + ", gives no answer (" + reason + ")", e);
        }
    }

    void forget(OAuth from) {
        tokens.forget(from);
    }

    /** Made when the first mailbox needs it: a client has a thread of its own. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = PartnerHttp.client().build();
        }
        return client;
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
