package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;

class ListingsTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static Listings listings;
    private static List<String> numbers;

    @BeforeAll
    static void fill() {
        TestCatalogue catalogue = new TestCatalogue(TestCatalogue.ownDemo());
        listings = catalogue.listings();
        numbers = listings.numbers(BOUWGROEP, null, "", 1000);
    }

    @Test
    void manyArticlesReadTogetherAreTheSameAsOneByOne() {
        List<Listing> together = listings.listings(BOUWGROEP, numbers);
        assertThat(together).hasSize(1000).isEqualTo(fewAtATime(numbers));
        assertThat(together).anyMatch(l -> l.scales().size() > 1).anyMatch(l -> l.buyersId() != null);
    }

    @Test
    void articlesBetweenThatAreNotWantedAreLeftOut() {
        List<String> everySecond = every(2);
        assertThat(listings.listings(BOUWGROEP, everySecond))
                .extracting(Listing::article)
                .isEqualTo(everySecond);
    }

    @Test
    void articlesFarApartAreFoundAsWell() {
        List<String> everySeventh = every(7);
        assertThat(listings.listings(BOUWGROEP, everySeventh))
                .extracting(Listing::article)
                .isEqualTo(everySeventh);
    }

    @Test
    void theOrderIsThatOfTheNumbersAndUnknownOnesAreLeftOut() {
        List<String> asked = new ArrayList<>(numbers);
        asked.set(500, "unknown");
        List<String> known = new ArrayList<>(numbers);
        known.remove(500);
        assertThat(listings.listings(BOUWGROEP, asked))
                .extracting(Listing::article)
                .isEqualTo(known);
    }

    private static List<String> every(int step) {
        return IntStream.range(0, numbers.size() / step)
                .mapToObj(i -> numbers.get(i * step))
                .toList();
    }

    private static List<Listing> fewAtATime(List<String> all) {
        List<Listing> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 50) {
            found.addAll(listings.listings(BOUWGROEP, all.subList(from, from + 50)));
        }
        return found;
    }
}
