package org.koppel.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.punchout.PricedCart;
import org.koppel.punchout.QuantityRefusedException;
import org.koppel.punchout.QuickLine;
import org.koppel.punchout.ids.IdsRefusedException;
import org.koppel.punchout.oci.OciRefusedException;
import org.koppel.punchout.peppol.PeppolRefusedException;
import org.koppel.web.view.Texts;

class ShopTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de"})
    void everyLanguageHasEveryTextWithTheSameArguments(String language) throws IOException {
        Properties english = load("shop.properties");
        Properties other = load("shop_" + language + ".properties");
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @EnumSource(OciRefusedException.Reason.class)
    void everyRefusalOfACallHasItsReasonAndItsCure(OciRefusedException.Reason reason) {
        Texts texts = Texts.of("shop", "fr");
        assertThat(texts.get("refused." + reason)).doesNotStartWith("[");
        assertThat(texts.get("refused." + reason + ".cure")).doesNotStartWith("[");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refused.UNAVAILABLE", "refused.UNAVAILABLE.cure", "error.unavailable", "error.unavailable.text"
            })
    void whatToDoWhileTheDatabaseIsAwayIsSaid(String key) {
        assertThat(Texts.of("shop", "de").get(key)).doesNotStartWith("[");
    }

    @ParameterizedTest
    @EnumSource(PeppolRefusedException.Reason.class)
    void everyRefusalOfAPeppolCallHasTheWordsOfOci(PeppolRefusedException.Reason reason) {
        Texts texts = Texts.of("shop", "nl");
        assertThat(texts.get("refused." + reason)).doesNotStartWith("[");
        assertThat(texts.get("refused." + reason + ".cure")).doesNotStartWith("[");
    }

    @ParameterizedTest
    @EnumSource(IdsRefusedException.Reason.class)
    void everyRefusalOfACraftsmansCallHasItsReasonAndItsCure(IdsRefusedException.Reason reason) {
        Texts texts = Texts.of("shop", "de");
        assertThat(texts.get("ids." + reason)).doesNotStartWith("[");
        assertThat(texts.get("ids." + reason + ".cure")).doesNotStartWith("[");
    }

    @ParameterizedTest
    @EnumSource(QuantityRefusedException.Reason.class)
    void everyRefusedQuantityIsExplained(QuantityRefusedException.Reason reason) {
        assertThat(Texts.of("shop", "nl").get("quantity." + reason, "5", "10"))
                .doesNotStartWith("[")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(PricedCart.Remark.class)
    void everyRemarkOnALineIsExplained(PricedCart.Remark remark) {
        assertThat(Texts.of("shop", "de").get("remark." + remark)).doesNotStartWith("[");
    }

    @ParameterizedTest
    @EnumSource(QuickLine.Outcome.class)
    void everyOutcomeOfARowIsExplained(QuickLine.Outcome outcome) {
        assertThat(Texts.of("shop", "fr").get("quick.outcome." + outcome)).doesNotStartWith("[");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|1 regel staat in de winkelwagen.|2 regels staan in de winkelwagen.",
                "fr|1 ligne est dans le panier.|2 lignes sont dans le panier.",
                "de|1 Zeile ist im Warenkorb.|2 Zeilen sind im Warenkorb.",
                "en|1 row is in the cart.|2 rows are in the cart."
            })
    void oneRowIsSaidInTheSingular(String language, String one, String two) {
        Texts texts = Texts.of("shop", language);
        assertThat(texts.get("quick.added", 1L)).isEqualTo(one);
        assertThat(texts.get("quick.added", 2L)).isEqualTo(two);
        assertThat(texts.get("quick.left", 1L))
                .isNotEqualTo(texts.get("quick.left", 2L))
                .doesNotContain("{");
        assertThat(texts.get("articles", 1)).startsWith("1 ").doesNotContain("{");
    }

    @Test
    void theDutchShopHasOneWordForTheCart() throws IOException {
        assertThat(load("shop_nl.properties").values()).noneMatch(t -> ((String) t).contains("inkelmand"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_fr", "_de"})
    void aMailNamesUnitsAsTheShopDoes(String language) throws IOException {
        Properties shop = load("shop" + language + ".properties");
        ResourceBundle mail = new PropertyResourceBundle(new InputStreamReader(
                Texts.class.getResourceAsStream("/org/koppel/codec/notice/notice" + language + ".properties"),
                StandardCharsets.UTF_8));
        assertThat(shop.stringPropertyNames().stream().filter(k -> k.matches("unit\\.[A-Z]{2,3}(\\.many)?")))
                .isNotEmpty()
                .allSatisfy(k -> assertThat(mail.getString(k)).isEqualTo(shop.getProperty(k)));
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern.replace("'", "''")).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Texts.class.getResourceAsStream("/org/koppel/web/" + name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
