package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the first page of the console shows. */
@ApplicationScoped
@Transactional
public class DashboardQueries {
    private static final int HOURS = 24;

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** @param since refused messages are counted from here */
    public Attention attention(Instant since) {
        return new Select("select "
                        + count("inbound_message m where m.status = 'FAILED'")
                        + " + " + count("document where status = 'FAILED'") + ", "
                        + count("inbound_message m where m.status = 'CONFLICT'")
                        + " + " + count("document where status = 'CONFLICT'") + ", "
                        + count("purchase_order where status = 'HELD'") + ", "
                        + count("delivery where status = 'PARKED'") + ", "
                        + count("delivery where status = 'RETRY'") + ", "
                        + count("inbound_message where status = 'REJECTED' and received_at >= :since") + ", "
                        + count("way_in where active and needs_person") + ", "
                        + count("inbound_message where status = 'HELD'"))
                .with("since", since)
                .rows(
                        em,
                        r -> new Attention(
                                r.number(),
                                r.number(),
                                r.number(),
                                r.number(),
                                r.number(),
                                r.number(),
                                r.number(),
                                r.number()))
                .get(0);
    }

    private static String count(String rows) {
        return "(select count(*) from (select 1 from " + rows + " limit " + Attention.MOST + ") as counted)";
    }

    /** The last 24 hours, oldest first; the last one is not over yet. */
    public List<FlowHour> flow() {
        Instant end = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Instant start = end.minus(Duration.ofHours(HOURS - 1L));
        Map<Instant, Integer> orders = perHour("purchase_order where received_at", "received_at", start);
        Map<Instant, Integer> delivered =
                perHour("delivery_attempt where outcome = 'DELIVERED' and ended_at", "ended_at", start);
        return IntStream.range(0, HOURS)
                .mapToObj(i -> start.plus(Duration.ofHours(i)))
                .map(hour -> new FlowHour(hour, orders.getOrDefault(hour, 0), delivered.getOrDefault(hour, 0)))
                .toList();
    }

    private Map<Instant, Integer> perHour(String rows, String column, Instant start) {
        return new Select("select date_trunc('hour', " + column + ", 'UTC'), count(*) from " + rows + " >= :start")
                .with("start", start).then("group by 1").rows(em, r -> Map.entry(r.instant(), r.number())).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
