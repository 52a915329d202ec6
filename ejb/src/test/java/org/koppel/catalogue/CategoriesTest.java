package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class CategoriesTest {
    private static final PartyId ALL = new PartyId("bouwgroep");
    private static final PartyId SOME = new PartyId("some");
    private TestCatalogue catalogue;
    private Categories here;
    private Categories there;

    @BeforeEach
    void fill() {
        DataSource source = TestDatabase.fresh();
        catalogue = new TestCatalogue(source);
        here = catalogue.categories();
        there = catalogue.categories();
        catalogue.execute("insert into customer (id, name) values ('bouwgroep', 'B'), ('some', 'S')");
        catalogue.execute("insert into category (code) values ('cable'), ('cable.data'), ('cable.wire'), ('lamp')");
        catalogue.execute("insert into category_text values ('cable', 'en', 'Cable'), ('cable', 'nl', 'Kabel')");
        catalogue.execute(
                "insert into article (number, category, unit, list_price) values ('1', 'cable.data', 'H87', 1), ('2',"
                        + " 'cable.data', 'H87', 1), ('3', 'cable.wire', 'H87', 1), ('4', 'lamp', 'H87', 1), ('5', 'lamp',"
                        + " 'H87', 1)");
    }

    @Test
    void aCategoryCountsWhatLiesBelowItAndShowsItsFirstArticle() {
        Category cable = here.tree(ALL, "nl").get(0);
        assertThat(cable.name()).isEqualTo("Kabel");
        assertThat(cable.count()).isEqualTo(3);
        assertThat(cable.example()).isEqualTo("1");
        assertThat(counts(cable.children())).containsExactly("cable.data 2", "cable.wire 1");
    }

    @Test
    void rulesForArticlesAndCategoriesCountAsTheSearchDoes() {
        catalogue.execute("insert into assortment_rule (customer, effect, article, category) values"
                + " ('some', 'INCLUDE', null, 'cable'), ('some', 'INCLUDE', '4', null), ('some', 'EXCLUDE', '1', null),"
                + " ('some', 'EXCLUDE', null, 'cable.wire')");
        assertThat(counts(here.tree(SOME, "en"))).containsExactly("cable 1", "lamp 1");
        assertThat(here.tree(SOME, "en").get(0).example()).isEqualTo("2");
        for (Category category : here.tree(SOME, "en")) {
            SearchResult found =
                    catalogue.search().search(SOME, SearchQuery.of("", "en").in(category.code()));
            assertThat(found.total()).isEqualTo(category.count());
        }
        assertThat(counts(here.tree(ALL, "en"))).containsExactly("cable 3", "lamp 2");
    }

    @Test
    void everyNodeSeesAChangeAtOnceWhoeverMadeIt() {
        assertThat(counts(here.tree(ALL, "en"))).isEqualTo(counts(there.tree(ALL, "en")));
        catalogue.execute("update article set active = false where number = '4'");
        assertThat(counts(here.tree(ALL, "en"))).containsExactly("cable 3", "lamp 1");
        assertThat(counts(there.tree(ALL, "en"))).containsExactly("cable 3", "lamp 1");
        catalogue.execute("delete from article where number = '5'");
        assertThat(counts(there.tree(ALL, "en"))).containsExactly("cable 3");
        catalogue.execute("insert into category_text values ('cable', 'fr', 'Câble')");
        assertThat(here.tree(ALL, "fr").get(0).name()).isEqualTo("Câble");
    }

    @Test
    void aCountIsKeptForTheNextStartUntilSomethingMoves() {
        here.tree(ALL, "en");
        catalogue.execute("update category_count set counts = replace(counts, '2', '7')");
        catalogue.execute("update article set list_price = 2");
        assertThat(counts(catalogue.categories().tree(ALL, "en"))).containsExactly("cable 8", "lamp 7");
        catalogue.execute("update article set category = 'cable.wire' where number = '5'");
        assertThat(counts(catalogue.categories().tree(ALL, "en"))).containsExactly("cable 4", "lamp 1");
    }

    private static List<String> counts(List<Category> tree) {
        return tree.stream().map(c -> c.code() + " " + c.count()).toList();
    }
}
