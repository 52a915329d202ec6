package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.catalogue.TestCatalogue;
import org.koppel.shared.PartyId;

class DialectPreviewTest {
    private final DialectPreview previews = new DialectPreview();

    private Map<String, String> preview(String yaml, String language) {
        previews.listings = new TestCatalogue(TestCatalogue.demo()).listings();
        previews.pictures = new TestCatalogue(TestCatalogue.demo()).pictureAddresses();
        previews.clock = TestCatalogue.MONDAY;
        Map<String, String> fields = new HashMap<>();
        previews.of(new PartyId("bouwgroep"), yaml, language).fields().forEach(f -> fields.put(f.name(), f.value()));
        return fields;
    }

    @ParameterizedTest
    @CsvSource({
        "COST_CENTRE, 4711",
        "WANTED_DATE, 2026-03-09",
        "SITE, DEPOT",
        "LINE_TEXT, Twee keer bellen",
        "CARD_TEXT, Voor het feest",
        "BUYER, An Peeters",
        "CART_REFERENCE, 0123456789AB",
        "CUSTOMER, bouwgroep"
    })
    void whatOnlyABuyerSaysIsShownByAnExample(String attribute, String value) {
        assertThat(preview("{base: generic-oci, fields: [{name: X, length: 99, from: " + attribute + "}]}", "nl"))
                .containsEntry("NEW_ITEM-X[1]", value);
    }

    @ParameterizedTest
    @CsvSource({"BRAND", "CATEGORY_CODE", "CATEGORY_NAME", "MINIMUM", "STEP", "LIST_PRICE", "SURCHARGES"})
    void whatTheCatalogueKnowsIsThatOfTheArticle(String attribute) {
        assertThat(preview("{base: generic-oci, fields: [{name: X, length: 99, from: " + attribute + "}]}", "nl"))
                .hasEntrySatisfying("NEW_ITEM-X[1]", v -> assertThat(v).isNotBlank());
    }

    @Test
    void taxLongTextAndParametersOfTheCallAppear() {
        Map<String, String> fields = preview("""
                base: generic-oci-5
                fields:
                  - {name: PLANT, from: PARAMETER, of: werk, length: 10}
                """, "nl");
        assertThat(fields)
                .containsEntry("NEW_ITEM-TAX[1]", "21")
                .containsEntry("NEW_ITEM-PLANT[2]", "WERK")
                .hasEntrySatisfying(
                        "NEW_ITEM-LONGTEXT_1:132[]", v -> assertThat(v).isNotBlank());
    }
}
