package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;

class DeliveryPlacesTest {
    private static final PartyId ONE = new PartyId("one");
    private static final PartyId TWO = new PartyId("two");
    private static final PartyId THREE = new PartyId("three");
    private static final PartyId FOUR = new PartyId("four");

    private final AtomicLong nanos = new AtomicLong();
    private final DeliveryPlaces places = new DeliveryPlaces(8, 4, Duration.ofSeconds(3), nanos::get);

    @Test
    void aPartnerHasItsPlacesAndNoMore() {
        assertThat(taken(ONE)).isEqualTo(4);
    }

    @Test
    void partnersOfWhomNothingIsKnownLeaveRoomForOthers() {
        taken(ONE);
        taken(TWO);
        taken(THREE);

        assertThat(places.enter(FOUR)).isPresent();
    }

    @Test
    void slowPartnersTogetherNeverHoldMoreThanHalfOfTheSessions() {
        DeliveryPlaces.Place first = places.enter(ONE).orElseThrow();
        DeliveryPlaces.Place second = places.enter(TWO).orElseThrow();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        places.leave(first);
        places.leave(second);

        assertThat(taken(ONE) + taken(TWO)).isEqualTo(4);
        assertThat(taken(THREE)).isPositive();
    }

    @Test
    void aPartnerWhoseDeliveryRunsForLongIsSlowBeforeItEnds() {
        assertThat(taken(ONE)).isEqualTo(4);
        places.enter(TWO);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(places.enter(TWO)).isEmpty();
        assertThat(places.enter(THREE)).isPresent();
    }

    @Test
    void onePromptDeliveryMakesAPartnerPromptAgain() {
        DeliveryPlaces.Place slow = places.enter(ONE).orElseThrow();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        places.leave(slow);
        places.leave(places.enter(ONE).orElseThrow());
        taken(TWO);

        assertThat(places.enter(ONE)).isPresent();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(places.enter(THREE))
                .as("the slow ones hold more than half by now")
                .isPresent();
    }

    @Test
    void toBeAdmittedTakesNoPlace() {
        DeliveryPlaces narrow = new DeliveryPlaces(8, 1, Duration.ofSeconds(3), nanos::get);

        assertThat(narrow.admits(ONE)).isTrue();
        assertThat(narrow.enter(ONE)).isPresent();
    }

    @Test
    void whoeverIsNotAdmittedIsCalledWhenAPlaceIsFree() {
        DeliveryPlaces narrow = new DeliveryPlaces(8, 1, Duration.ofSeconds(3), nanos::get);
        DeliveryPlaces.Place taken = narrow.enter(ONE).orElseThrow();

        assertThat(narrow.admits(ONE)).isFalse();
        narrow.leave(taken);
        assertThat(called(narrow)).contains(ONE);
    }

    @Test
    void whoeverFindsNoPlaceIsCalledWhenOneIsFreeInTheOrderOfComing() {
        DeliveryPlaces narrow = new DeliveryPlaces(8, 1, Duration.ofSeconds(3), nanos::get);
        DeliveryPlaces.Place one = narrow.enter(ONE).orElseThrow();
        DeliveryPlaces.Place two = narrow.enter(TWO).orElseThrow();
        narrow.enter(ONE);
        narrow.enter(TWO);
        assertThat(narrow.next()).as("while every place is taken").isEmpty();

        narrow.leave(two);
        narrow.leave(one);

        assertThat(called(narrow)).contains(ONE);
        assertThat(called(narrow)).as("each in turn").contains(TWO);
        DeliveryPlaces.Call again = narrow.next().orElseThrow();
        assertThat(again.partner()).isEqualTo(ONE);
        narrow.nothingFor(again);
        narrow.nothingFor(narrow.next().orElseThrow());
        assertThat(narrow.next()).as("nothing is due for either").isEmpty();
    }

    @Test
    void everybodyWhoLeavesAPlaceCallsThePartnerThatWaitsThoughAnotherIsJustLookingForItsDeliveries() {
        DeliveryPlaces.Place first = places.enter(ONE).orElseThrow();
        DeliveryPlaces.Place second = places.enter(ONE).orElseThrow();
        taken(ONE);

        places.leave(first);
        Optional<DeliveryPlaces.Call> lookedFor = places.next();
        places.leave(second);

        assertThat(lookedFor).isPresent();
        assertThat(called(places)).as("no place of a backlog is lost").contains(ONE);
    }

    @Test
    void whoFindsNoPlaceWhileNothingIsFoundForItIsNotForgotten() {
        DeliveryPlaces narrow = new DeliveryPlaces(8, 1, Duration.ofSeconds(3), nanos::get);
        DeliveryPlaces.Place taken = narrow.enter(ONE).orElseThrow();
        narrow.enter(ONE);
        narrow.leave(taken);
        DeliveryPlaces.Call call = narrow.next().orElseThrow();

        DeliveryPlaces.Place other = narrow.enter(ONE).orElseThrow();
        narrow.admits(ONE);
        narrow.nothingFor(call);
        narrow.leave(other);

        assertThat(called(narrow)).contains(ONE);
    }

    @Test
    void withoutAnyPlaceNothingIsDelivered() {
        DeliveryPlaces paused = new DeliveryPlaces(8, 0, Duration.ofSeconds(3), nanos::get);

        assertThat(paused.enter(ONE)).isEmpty();
        assertThat(paused.next()).isEmpty();
    }

    @Test
    void aPartnerThatWaitsIsAttendedWhileSomebodyWillLeaveAPlaceOfIt() {
        DeliveryPlaces narrow = new DeliveryPlaces(8, 1, Duration.ofSeconds(3), nanos::get);
        DeliveryPlaces.Place one = narrow.enter(ONE).orElseThrow();
        assertThat(narrow.attended()).as("nothing waits").isEmpty();

        narrow.enter(ONE);
        assertThat(narrow.attended()).containsExactly(ONE);

        narrow.leave(one);
        assertThat(narrow.attended()).as("nobody is left to call it").isEmpty();
    }

    @Test
    void whileDeliveriesArePausedNobodyWhoWaitsIsCalledAgain() {
        DeliveryPlaces paused = new DeliveryPlaces(8, 0, Duration.ofSeconds(3), nanos::get);
        paused.enter(ONE);

        assertThat(paused.attended()).containsExactly(ONE);
    }

    private static Optional<PartyId> called(DeliveryPlaces places) {
        return places.next().map(DeliveryPlaces.Call::partner);
    }

    private int taken(PartyId partner) {
        int taken = 0;
        Optional<DeliveryPlaces.Place> place = places.enter(partner);
        while (place.isPresent()) {
            taken++;
            place = places.enter(partner);
        }
        return taken;
    }
}
