package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Problem;

class BasketReaderTest {

    @Test
    void aBasketHasItsHeaderAndItsPositionsWithTheCraftsmansReferences() throws Exception {
        Basket basket = BasketReader.read(golden());
        assertThat(basket.header())
                .isEqualTo(new Basket.Header(
                        "A-77", "B-2026-17", "2026-03-09", "Abholung", "Bitte am Tor melden", "Neubau Müller & Söhne"));
        assertThat(basket.positions())
                .containsExactly(
                        new Basket.Position(
                                "100001", null, new BigDecimal("2.00"), "Steckdose Küche", "01.02.0030", "a", 22),
                        new Basket.Position("100001", null, new BigDecimal("3"), null, "01.03.0010", null, 34),
                        new Basket.Position(null, "5412345678908", new BigDecimal("1.00"), null, null, null, 40));
    }

    @Test
    void theNamespaceMayBeMissingOrBoundToAPrefix() throws Exception {
        Basket with = BasketReader.read(golden());
        String without = golden().replace(" xmlns=\"http://www.itek.de/Shop-Anbindung/Warenkorb/\"", "");
        String prefixed = golden().replaceAll("<(/?)([A-Z])", "<$1w:$2").replace("xmlns=", "xmlns:w=");
        assertThat(BasketReader.read(without)).isEqualTo(with);
        assertThat(BasketReader.read(prefixed)).isEqualTo(with);
    }

    @Test
    void blanksAndAByteOrderMarkBeforeTheDeclarationDoNoHarm() throws Exception {
        assertThat(BasketReader.read("\r\n\uFEFF\r\n" + golden()).positions()).hasSize(3);
    }

    @Test
    void hundredThousandNestedElementsAreRefused() {
        assertThatThrownBy(() -> BasketReader.read("<Warenkorb>" + "<a>".repeat(100_000)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("nested deeper than 100");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Qty>3</Qty>|<Qty>3,5</Qty>|INVALID_NUMBER",
                "<Qty>3</Qty>|<Qty>-3</Qty>|INVALID_NUMBER",
                "<Qty>3</Qty>|<Qty/>|INVALID_NUMBER",
                "<EAN>5412345678908</EAN>|<EAN/>|MISSING_FIELD",
                "</OrderInfo>|</Orderinfo>|MALFORMED_XML"
            })
    void whatIsWrongIsNamedWithItsLine(String good, String bad, String code) throws Exception {
        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> BasketReader.read(golden().replace(good, bad)));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(refused.problems().get(0).location()).matches("line \\d+.*");
    }

    @Test
    void allProblemsAreNamedAtOnce() throws Exception {
        String bad = golden().replace("<Qty>3</Qty>", "<Qty>x</Qty>").replace("<EAN>5412345678908</EAN>", "");
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> BasketReader.read(bad));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("INVALID_NUMBER", "MISSING_FIELD");
    }

    @Test
    void anotherRootAnEmptyBasketAndDeclarationsAreRefused() {
        assertThat(code("<cXML/>")).isEqualTo("WRONG_ROOT");
        assertThat(code("<Warenkorb><Order/></Warenkorb>")).isEqualTo("MISSING_FIELD");
        assertThat(code("no xml")).isEqualTo("MALFORMED_XML");
        assertThat(code("<!DOCTYPE Warenkorb [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Warenkorb>&e;</Warenkorb>"))
                .isNotNull();
    }

    private static String code(String xml) {
        return catchThrowableOfType(DocumentException.class, () -> BasketReader.read(xml))
                .problems()
                .get(0)
                .code();
    }

    static String golden() throws IOException {
        try (InputStream in = BasketReaderTest.class.getResourceAsStream("/golden/ids/basket-full.xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
