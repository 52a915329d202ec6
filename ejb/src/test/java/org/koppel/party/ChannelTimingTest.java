package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 5 January 2026 is a Monday; Brussels is one hour before UTC in winter, two in summer. */
class ChannelTimingTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @ParameterizedTest
    @CsvSource({
        "12345, 08:00, 18:00, 2026-01-05T06:30:00Z, 2026-01-05T07:00:00Z",
        "12345, 08:00, 18:00, 2026-01-05T07:00:00Z, 2026-01-05T07:00:00Z",
        "12345, 08:00, 18:00, 2026-01-05T16:59:59Z, 2026-01-05T16:59:59Z",
        "12345, 08:00, 18:00, 2026-01-05T17:00:00Z, 2026-01-06T07:00:00Z",
        "12345, 08:00, 18:00, 2026-01-09T18:00:00Z, 2026-01-12T07:00:00Z",
        "1234567, 22:00, 05:00, 2026-01-05T12:00:00Z, 2026-01-05T21:00:00Z",
        "1234567, 22:00, 05:00, 2026-01-05T23:30:00Z, 2026-01-05T23:30:00Z",
        "5, 22:00, 05:00, 2026-01-10T03:00:00Z, 2026-01-10T03:00:00Z",
        "5, 22:00, 05:00, 2026-01-10T05:00:00Z, 2026-01-16T21:00:00Z",
        "7, 08:00, 18:00, 2026-01-05T06:30:00Z, 2026-01-11T07:00:00Z"
    })
    void aWindowOpensInTheCustomersTime(String days, LocalTime from, LocalTime to, Instant now, Instant next) {
        Set<DayOfWeek> chosen = Arrays.stream(days.split(""))
                .map(d -> DayOfWeek.of(Integer.parseInt(d)))
                .collect(Collectors.toSet());

        assertThat(timing(chosen, from, to, ChannelTiming.Bundle.NONE, 60, LocalTime.NOON)
                        .next(now))
                .isEqualTo(next);
    }

    @Test
    void anHourThatTheClockSkipsInSpringIsNotWaitedForUntilTomorrow() {
        ChannelTiming night = timing(
                EVERY_DAY, LocalTime.of(2, 30), LocalTime.of(4, 0), ChannelTiming.Bundle.NONE, 60, LocalTime.NOON);

        assertThat(night.next(Instant.parse("2026-03-29T00:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:01:00Z, 60, 2026-01-05T09:00:00Z",
        "2026-01-05T08:59:59Z, 60, 2026-01-05T09:00:00Z",
        "2026-01-05T09:00:00Z, 60, 2026-01-05T10:00:00Z",
        "2026-01-05T22:59:00Z, 45, 2026-01-05T23:00:00Z",
        "2026-01-05T08:01:00Z, 15, 2026-01-05T08:15:00Z"
    })
    void aRunComesSoManyMinutesFromMidnightOn(Instant now, int minutes, Instant next) {
        assertThat(timing(EVERY_DAY, null, null, ChannelTiming.Bundle.RUN, minutes, LocalTime.NOON)
                        .next(now))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T08:00:00Z, 2026-01-05T17:00:00Z",
        "2026-01-05T17:00:01Z, 2026-01-06T17:00:00Z",
        "2026-07-06T08:00:00Z, 2026-07-06T16:00:00Z"
    })
    void whatGathersInADayGoesAtItsHour(Instant now, Instant next) {
        assertThat(timing(EVERY_DAY, null, null, ChannelTiming.Bundle.DAY, 60, LocalTime.of(18, 0))
                        .next(now))
                .isEqualTo(next);
    }

    @Test
    void whatGathersOnAFreeDayGoesWhenTheWindowOpens() {
        ChannelTiming working = timing(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(19, 0),
                ChannelTiming.Bundle.DAY,
                60,
                LocalTime.of(18, 0));

        assertThat(working.next(Instant.parse("2026-01-10T08:00:00Z"))).isEqualTo("2026-01-12T07:00:00Z");
    }

    @Test
    void usuallyItGoesAtOnce() {
        Instant now = Instant.parse("2026-01-10T08:00:00Z");
        assertThat(ChannelTiming.AT_ONCE.next(now)).isEqualTo(now);
    }

    private static ChannelTiming timing(
            Set<DayOfWeek> days, LocalTime from, LocalTime to, ChannelTiming.Bundle bundle, int minutes, LocalTime at) {
        return new ChannelTiming(days, from, to, ZoneId.of("Europe/Brussels"), bundle, Duration.ofMinutes(minutes), at);
    }
}
