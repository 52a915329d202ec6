package org.koppel.party;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * When deliveries over a channel go. {@code from} and {@code to} are both null when the hour does not matter; {@code to} before
 * {@code from} means over midnight, and the night belongs to the day it began on. {@code every} counts from midnight and matters for
 * {@link Bundle#RUN}, {@code at} for {@link Bundle#DAY}. Times are the customer's, in {@code zone}.
 */
public record ChannelTiming(
        Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, Bundle bundle, Duration every, LocalTime at) {
    /** At once, each document alone. */
    public static final ChannelTiming AT_ONCE = new ChannelTiming(
            EnumSet.allOf(DayOfWeek.class),
            null,
            null,
            ZoneId.of("UTC"),
            Bundle.NONE,
            Duration.ofHours(1),
            LocalTime.NOON);

    /** What travels together. */
    public enum Bundle {
        /** Each document alone. */
        NONE,
        /** What has gathered since the last run. */
        RUN,
        /** What has gathered in a day. */
        DAY
    }

    private static final int LONGEST_WAIT_DAYS = 9;

    public ChannelTiming {
        days = Set.copyOf(days);
    }

    /** The first moment from now on at which a delivery that comes now may go. */
    public Instant next(Instant now) {
        ZonedDateTime gathered = gathered(now.atZone(zone));
        return opened(gathered).toInstant();
    }

    /** The first moment from now on at which the window is open; for what waited long enough already. */
    public Instant opens(Instant now) {
        return opened(now.atZone(zone)).toInstant();
    }

    private ZonedDateTime gathered(ZonedDateTime now) {
        return switch (bundle) {
            case NONE -> now;
            case RUN -> nextRun(now);
            case DAY -> {
                ZonedDateTime today = now.with(at);
                yield today.isBefore(now) ? now.plusDays(1).with(at) : today;
            }
        };
    }

    private ZonedDateTime nextRun(ZonedDateTime now) {
        ZonedDateTime midnight = now.toLocalDate().atStartOfDay(zone);
        long step = every.toSeconds();
        long runs = Math.floorDiv(Duration.between(midnight, now).toSeconds() + step, step);
        ZonedDateTime next = midnight.plusSeconds(runs * step);
        ZonedDateTime tomorrow = now.toLocalDate().plusDays(1).atStartOfDay(zone);
        return next.isAfter(tomorrow) ? tomorrow : next;
    }

    private ZonedDateTime opened(ZonedDateTime wanted) {
        ZonedDateTime at = wanted;
        for (int i = 0; i <= LONGEST_WAIT_DAYS * 2; i++) {
            if (isOpen(at)) {
                return at;
            }
            at = nextEdge(at);
        }
        return wanted; // no day at all is chosen: better now than never
    }

    private boolean isOpen(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        if (from == null || from.equals(to)) {
            return days.contains(at.getDayOfWeek());
        }
        if (from.isBefore(to)) {
            return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return days.contains(at.getDayOfWeek()) && !time.isBefore(from)
                || days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
    }

    /** The next moment at which a window can open: its hour of today, or the beginning of tomorrow. */
    private ZonedDateTime nextEdge(ZonedDateTime at) {
        if (from != null && at.toLocalTime().isBefore(from)) {
            return at.with(from);
        }
        return at.toLocalDate().plusDays(1).atStartOfDay(zone).truncatedTo(ChronoUnit.SECONDS);
    }
}
