package org.koppel.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.koppel.platform.Json;

/**
 * Tokens of OAuth 2 client credentials (RFC 6749, 4.4), for deliveries and for mailboxes; kept in memory for as long as who gave them says, less a
 * minute.
 */
@ApplicationScoped
public class AccessTokens {
    private static final Duration SPARE = Duration.ofSeconds(60);
    /** For partners that do not say (RFC 6749, 5.1 recommends to). */
    private static final long USUAL_SECONDS = 300;

    private static final long LONGEST_SECONDS = 86_400;

    private final Map<OAuth, Token> known = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    /** For CDI. */
    public AccessTokens() {}

    /** @param clock tells when a token is over */
    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    private record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "token until " + until;
        }
    }

    /** Sends a request to the address of the token. */
    public interface Exchange {
        HttpAnswer send(HttpRequest.Builder request) throws IOException, InterruptedException;
    }

    /** There is no token; {@link #outcome} says whether there may be one later, and what to do. */
    public static final class NoTokenException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient DeliveryOutcome outcome;

        NoTokenException(DeliveryOutcome outcome) {
            super(outcome.code());
            this.outcome = outcome;
        }

        /** Never delivered: retry or rejected, with the cure. */
        public DeliveryOutcome outcome() {
            return outcome;
        }
    }

    /**
     * A token that is good for a while, from memory or asked for.
     *
     * @throws NoTokenException when it is refused, or not given at the moment
     */
    public String get(OAuth from, Exchange exchange) throws IOException, InterruptedException, NoTokenException {
        Token token = known.get(from);
        if (token == null || !clock.instant().isBefore(token.until())) {
            token = fetch(from, exchange);
            known.put(from, token);
        }
        return token.value();
    }

    /** It is not taken any more: the next one is asked for. */
    public void forget(OAuth from) {
        known.remove(from);
    }

    private Token fetch(OAuth from, Exchange exchange) throws IOException, InterruptedException, NoTokenException {
        String login = encoded(from.client()) + ":" + encoded(from.secret()); // RFC 6749, 2.3.1
        String body =
                "grant_type=client_credentials" + (from.scope().isEmpty() ? "" : "&scope=" + encoded(from.scope()));
        HttpAnswer answer = exchange.send(HttpRequest.newBuilder(from.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new NoTokenException(DeliveryOutcome.retry(
                    "OAUTH_" + answer.status(), "No token is given at the moment (" + answer.status() + ")"));
        }
        return token(answer);
    }

    private Token token(HttpAnswer answer) throws NoTokenException {
        Map<?, ?> said = json(answer);
        Object value = said.get("access_token");
        if (answer.status() != 200 || !(value instanceof String token) || !token.matches("[\\x21-\\x7e]{1,8000}")) {
            throw new NoTokenException(DeliveryOutcome.rejected(
                    "OAUTH_REFUSED",
                    "No token is given (" + answer.status() + " " + error(said)
                            + "). Correct client, secret, scope and address of the token."));
        }
        long seconds = said.get("expires_in") instanceof Number n ? n.longValue() : USUAL_SECONDS;
        long kept = Math.max(0, Math.min(seconds, LONGEST_SECONDS) - SPARE.toSeconds());
        return new Token(token, clock.instant().plusSeconds(kept));
    }

    /** The word of RFC 6749, 5.2, and nothing else of what the partner wrote. */
    private static String error(Map<?, ?> said) {
        return said.get("error") instanceof String word && word.matches("[a-z_]{1,40}") ? word : "without a reason";
    }

    private static Map<?, ?> json(HttpAnswer answer) {
        try {
            return Json.read(new String(answer.body(), StandardCharsets.UTF_8), Map.class);
        } catch (IllegalArgumentException e) { // no JSON is no token
            return Map.of();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
