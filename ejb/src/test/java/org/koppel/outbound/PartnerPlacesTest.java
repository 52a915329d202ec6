package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartnerPlacesTest {

    @Test
    void whoeverFindsNoPlaceIsCountedForTheOneWhoLeaves() {
        PartnerPlaces places = new PartnerPlaces(1);
        assertThat(places.enter()).isTrue();
        long before = places.turnedAway();

        assertThat(places.enter()).isFalse();
        places.leave();

        assertThat(places.turnedAway()).isGreaterThan(before);
        assertThat(places.enter()).isTrue();
    }

    @Test
    void withoutAnyPlaceNothingIsDelivered() {
        assertThat(new PartnerPlaces(0).enter()).isFalse();
    }
}
