package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.platform.Recent;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/**
 * Opens visits and finds them again by their token, which is the only key to them: 256 random bits, of which the database has
 * the hash. Two visits share nothing, even of the same buyer in the same browser.
 */
@ApplicationScoped
@Transactional
public class Visits {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration BETWEEN_TOUCHES = Duration.ofMinutes(1); // spares a write per click
    private static final int IDLE_MINUTES = 240;

    private final Recent<PartyId, List<String>> recentOrigins = new Recent<>();

    @Inject
    StoredVisits visits;

    @Inject
    Customers customers;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Opens a visit with an empty cart. @return its token, for the path of the shop's addresses */
    public String open(Arrival arrival) {
        Instant now = clock.instant();
        String token = Secrets.generate();
        StoredVisit visit = new StoredVisit(arrival, Secrets.sha256(token), now, now.plus(idle()));
        visits.add(visit);
        return token;
    }

    /** What the call that opened a visit said besides, by the parameter's name, without any secret; empty when there is none such. */
    @Transactional(TxType.SUPPORTS)
    public Map<String, String> parameters(UUID visit) {
        return visits.parameters(visit);
    }

    /** A visit that goes on, and how many lines its open cart has. */
    public record Entered(Visit visit, int cartLines) {}

    /** {@link #enter} without the lines. @throws UnknownVisitException when there is none, or it is over */
    @Transactional(TxType.SUPPORTS)
    public Visit byToken(String token) {
        return enter(token).visit();
    }

    /**
     * The visit of a token, which stays alive by being used: {@code KOPPEL_SHOP_IDLE_MINUTES} (default 240) after its last
     * request, at most a day.
     *
     * @throws UnknownVisitException when there is none, or it is over
     * @throws BuyerSwitchedOffException when the customer has switched off its person since
     */
    @Transactional(TxType.SUPPORTS)
    public Entered enter(String token) {
        FoundVisit visit =
                visits.byTokenHash(Secrets.sha256(token)).orElseThrow(() -> new UnknownVisitException(false));
        Instant now = clock.instant();
        if (visit.isExpired(now)) {
            throw new UnknownVisitException(true);
        }
        if (visit.switchedOff()) {
            throw new BuyerSwitchedOffException();
        }
        if (visit.seenAt().plus(BETWEEN_TOUCHES).isBefore(now)) {
            visits.seen(
                    visit.id(), now, earlier(now.plus(idle()), visit.createdAt().plus(LONGEST)));
        }
        String name = customers
                .byId(visit.customer())
                .map(Customer::name)
                .orElse(visit.customer().value());
        List<String> origins = recentOrigins.get(visit.customer(), customers::allowedOrigins);
        return new Entered(visit.visit(name, origins), visit.cartLines());
    }

    /** Goes on in another language. @param language ISO 639-1, one the shop speaks */
    public void speak(Visit visit, String language) {
        visits.speak(visit.id(), language);
    }

    private Duration idle() {
        return Duration.ofMinutes(settings.number("KOPPEL_SHOP_IDLE_MINUTES", IDLE_MINUTES));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
