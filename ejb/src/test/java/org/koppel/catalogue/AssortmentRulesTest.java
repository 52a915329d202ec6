package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.AssortmentRule.Outcome;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class AssortmentRulesTest {
    private static final PartyId ACME = new PartyId("acme");
    private static final PartyId OTHER = new PartyId("other");
    private final TestCatalogue catalogue = new TestCatalogue(TestDatabase.fresh());
    private final AssortmentRules rules = catalogue.assortmentRules();

    @BeforeEach
    void fill() {
        catalogue.execute("""
                insert into customer (id, name) values ('acme', 'Acme'), ('other', 'Other');
                insert into category (code, position) values ('cable', 1), ('cable.data', 1), ('lamp', 2);
                insert into category_text (category, language, name) values ('cable', 'en', 'Cable'), ('cable', 'nl', 'Kabel'),
                    ('cable.data', 'en', 'Data'), ('lamp', 'en', 'Lamps');
                insert into article (number, category, unit, list_price) values ('C-1', 'cable', 'H87', 1),
                    ('D-1', 'cable.data', 'H87', 1), ('L-1', 'lamp', 'H87', 1), ('L-2', 'lamp', 'H87', 1);
                insert into article_text (article, language, name) values ('L-1', 'en', 'Lamp'), ('L-1', 'nl', 'Lamp met snoer');
                """);
    }

    @Test
    void aCustomerWithoutRulesSeesEverythingAndInclusionsLimitItToWhatTheyName() {
        assertThat(seen(ACME)).containsOnly(Map.entry("cable", 2), Map.entry("lamp", 2));

        assertThat(add("INCLUDE", "", "cable")).isEqualTo(Outcome.ADDED);
        assertThat(add("include", "L-1", "")).isEqualTo(Outcome.ADDED);

        assertThat(seen(ACME)).containsOnly(Map.entry("cable", 2), Map.entry("lamp", 1));
        assertThat(seen(OTHER)).containsOnly(Map.entry("cable", 2), Map.entry("lamp", 2));
    }

    @Test
    void anExclusionWinsUntilItIsRemoved() {
        add("INCLUDE", "", "cable");
        add("EXCLUDE", "", "cable.data");
        assertThat(seen(ACME)).containsOnly(Map.entry("cable", 1));

        rules.remove(ACME, new AssortmentRule("EXCLUDE", "", "cable.data"));

        assertThat(seen(ACME)).containsOnly(Map.entry("cable", 2));
        rules.remove(ACME, new AssortmentRule("INCLUDE", "no-such", ""));
        assertThat(list("")).hasSize(1);
    }

    @Test
    void theListHasCategoriesFirstAndNamesInTheReadersLanguage() {
        add("EXCLUDE", "L-1", "");
        add("INCLUDE", "", "lamp");
        add("INCLUDE", "", "cable");

        assertThat(list(""))
                .containsExactly(
                        new AssortmentRule("INCLUDE", "", "cable"),
                        new AssortmentRule("INCLUDE", "", "lamp"),
                        new AssortmentRule("EXCLUDE", "L-1", "", "Lamp met snoer"));
        assertThat(list("L-")).extracting(AssortmentRule::article).containsExactly("L-1");
        assertThat(rules.of(ACME, "nl", "", 2)).hasSize(2);
        assertThat(rules.of(OTHER, "nl", "", 10)).isEmpty();
        assertThat(catalogue.categories().names("nl"))
                .containsExactly(
                        Map.entry("cable", "Kabel"),
                        Map.entry("cable.data", "Kabel › Data"),
                        Map.entry("lamp", "Lamps"));
    }

    @Test
    void whatMeansNothingIsRefusedWithItsReasonAndTwiceIsOnce() {
        assertThat(add("INCLUDE", "C-1", "")).isEqualTo(Outcome.ADDED);
        assertThat(add("INCLUDE", "C-1", "")).isEqualTo(Outcome.KNOWN);
        assertThat(add("ONLY", "C-1", "")).isEqualTo(Outcome.EFFECT);
        assertThat(add("INCLUDE", "", "")).isEqualTo(Outcome.ONE);
        assertThat(add("INCLUDE", "C-1", "cable")).isEqualTo(Outcome.ONE);
        assertThat(add("EXCLUDE", "no-such", "")).isEqualTo(Outcome.ARTICLE);
        assertThat(add("EXCLUDE", "", "no-such")).isEqualTo(Outcome.CATEGORY);
        assertThat(list("")).hasSize(1);
    }

    @Test
    void aFileKeepsWhatItCanAndSaysOfEachLineWhatBecameOfIt() throws Exception {
        byte[] file = "rule;article;category\ninclude;;cable\nEXCLUDE;no-such;\nEXCLUDE;D-1;\n"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(rules.addAll(ACME, AssortmentRule.read(file)))
                .extracting(AssortmentRule.Line::number, AssortmentRule.Line::outcome)
                .containsExactly(tuple(1, Outcome.ADDED), tuple(2, Outcome.ARTICLE), tuple(3, Outcome.ADDED));
        assertThat(seen(ACME)).containsOnly(Map.entry("cable", 1));
        assertThatThrownBy(() -> AssortmentRule.read(new byte[0]))
                .isInstanceOfSatisfying(
                        CsvRows.UnreadableException.class,
                        e -> assertThat(e.problem()).isEqualTo(CsvRows.Problem.EMPTY));
        assertThat(AssortmentRule.read(AssortmentRule.SAMPLE.getBytes(StandardCharsets.UTF_8)))
                .hasSize(3);
    }

    private Outcome add(String effect, String article, String category) {
        return rules.add(ACME, new AssortmentRule(effect, article, category));
    }

    private List<AssortmentRule> list(String beginning) {
        return rules.of(ACME, "nl", beginning, 10);
    }

    /** How many articles the customer sees below each top category. */
    private Map<String, Integer> seen(PartyId customer) {
        return catalogue.categories().tree(customer, "en").stream()
                .collect(Collectors.toMap(Category::code, Category::count));
    }
}
