package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.SearchResult.Match;
import org.koppel.shared.PartyId;

class KeptAnswersTest {
    private static final Audience BOUWGROEP = Audience.of(new PartyId("bouwgroep"));
    private static final Audience ZORGGROEP = Audience.of(new PartyId("zorggroep"));
    private static final SearchQuery CABLE = SearchQuery.of("kabel", "nl");
    private static final Candidate ARTICLE = new Candidate("100001", null, null, true, 1);

    private final KeptAnswers kept = new KeptAnswers(Duration.ofHours(1));
    private int asked;

    @Test
    void aBroadAnswerIsRememberedForEveryPageAndOrder() {
        Found first = ask(BOUWGROEP, CABLE, 1, broad());
        assertThat(ask(BOUWGROEP, CABLE.page(3), 1, broad())).isSameAs(first);
        assertThat(ask(BOUWGROEP, CABLE.by(SearchQuery.Sort.PRICE), 1, broad())).isSameAs(first);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anAnswerOfAnOlderCatalogueIsForgotten() {
        Found first = ask(BOUWGROEP, CABLE, 1, broad());
        assertThat(ask(BOUWGROEP, CABLE, 2, broad())).isNotSameAs(first);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anotherCustomerRuleLanguageOrFilterIsAnotherQuestion() {
        ask(BOUWGROEP, CABLE, 1, broad());
        ask(ZORGGROEP, CABLE, 1, broad());
        ask(new Audience(BOUWGROEP.customer(), "YARD", null, "-cable", false), CABLE, 1, broad());
        ask(BOUWGROEP, SearchQuery.of("kabel", "fr"), 1, broad());
        ask(BOUWGROEP, CABLE.in("cable"), 1, broad());
        ask(BOUWGROEP, CABLE.ofBrand("Nexans"), 1, broad());
        ask(BOUWGROEP, CABLE.stocked(true), 1, broad());
        ask(BOUWGROEP, CABLE.with("Kleur=zwart"), 1, broad());
        assertThat(asked).isEqualTo(8);
    }

    @Test
    void whatIsCheapToFindIsNotRemembered() {
        ask(BOUWGROEP, CABLE, 1, Found.of(Match.EXACT, new Candidates(List.of(ARTICLE), false)));
        ask(BOUWGROEP, CABLE, 1, Found.of(Match.EXACT, new Candidates(List.of(ARTICLE), false)));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void nothingIsRememberedWhereThatIsSwitchedOff() {
        KeptAnswers off = new KeptAnswers(Duration.ZERO);
        Found first = broad();
        Found second = broad();
        assertThat(off.get(BOUWGROEP, CABLE, () -> 1, () -> first)).isSameAs(first);
        assertThat(off.get(BOUWGROEP, CABLE, () -> 1, () -> second)).isSameAs(second);
    }

    private Found ask(Audience audience, SearchQuery query, long version, Found answer) {
        return kept.get(audience, query, () -> version, () -> {
            asked++;
            return answer;
        });
    }

    private static Found broad() {
        return Found.of(Match.EXACT, new Candidates(List.of(ARTICLE), true));
    }
}
