package org.koppel.punchout.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.catalogue.ArticleDetail;
import org.koppel.catalogue.Listing;
import org.koppel.codec.cxml.CxmlDtd;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;
import org.w3c.dom.Element;

class CatalogueWriterTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");
    private static final CatalogueHead HEAD =
            new CatalogueHead("DUNS", "123456789", "https://s.example/cxml", "nl", "EUR", MONDAY);
    private static final Listing CABLE = new Listing(
            "100002",
            Map.of("nl", "Kabel, Ø 3 mm", "fr", "Câble <3>"),
            new UnitCode("MTR"),
            BigDecimal.ONE,
            BigDecimal.ONE,
            List.of(new ArticleDetail.Scale(
                    BigDecimal.ONE, new Price(Money.of("87.5000", "EUR"), new BigDecimal("100")))),
            new BigDecimal("21"),
            2,
            "K-1",
            "Maker \"M\"",
            "M-1",
            null,
            List.of(new Classification("UNSPSC", null, "26121600")),
            Instant.EPOCH,
            null,
            null);
    private static final CxmlConnection PER_ONE = new CxmlConnection("cxml-urlencoded", "1.2.023", "NZI", true);

    private interface Making {
        CatalogueWriter on(ByteArrayOutputStream out) throws IOException;
    }

    private static String written(Making making, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CatalogueWriter writer = making.on(out);
        writer.begin();
        writer.article(CABLE, text);
        writer.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Element index(CxmlConnection agreed) throws IOException {
        // the resolver knows the DTD of both root elements
        return CxmlDtd.valid(written(out -> new IndexWriter(out, agreed, HEAD), "Lange tekst & meer"));
    }

    private static String text(Element from, String name) {
        return from.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void anIndexIsValidAndLeadsToTheArticle() throws Exception {
        Element root = index(CxmlConnection.PLAIN);

        assertThat(root.getTagName()).isEqualTo("Index");
        assertThat(text(root, "SupplierPartID")).isEqualTo("100002");
        assertThat(text(root, "URL")).isEqualTo("https://s.example/cxml");
        assertThat(text(root, "UnitPrice")).isEqualTo("87.50");
        assertThat(text(root, "PriceBasisQuantity")).isEqualTo("MTR");
        assertThat(((Element) root.getElementsByTagName("PunchoutDetail").item(0)).getAttribute("punchoutLevel"))
                .isEqualTo("product");
    }

    @Test
    void theCustomersLanguageComesFirstWithTheLongText() throws Exception {
        Element root = index(CxmlConnection.PLAIN);

        Element first = (Element) root.getElementsByTagName("Description").item(0);
        assertThat(first.getAttribute("xml:lang")).isEqualTo("nl");
        assertThat(first.getTextContent()).isEqualTo("Kabel, Ø 3 mm Lange tekst & meer");
        assertThat(root.getElementsByTagName("Description").item(1).getTextContent())
                .isEqualTo("Câble <3>");
    }

    @Test
    void agreedPricesPerOneAndADtdCountForTheIndexToo() throws Exception {
        String written = written(out -> new IndexWriter(out, PER_ONE, HEAD), null);

        assertThat(written).contains("/1.2.023/cXML.dtd", ">0.875<").doesNotContain("PriceBasisQuantity", "ShortName");
    }

    @ParameterizedTest
    @CsvSource({"1.2.014, false, false", "1.2.020, true, false", "1.2.037, true, false", "1.2.050, true, true"})
    void anIndexHasNoMoreThanItsVersionKnows(String version, boolean priced, boolean perSeveral) throws Exception {
        Element root = index(new CxmlConnection("cxml-urlencoded", version, "UNSPSC", false));

        assertThat(root.getElementsByTagName("UnitPrice").getLength()).isEqualTo(priced ? 1 : 0);
        assertThat(root.getElementsByTagName("PriceBasisQuantity").getLength()).isEqualTo(perSeveral ? 1 : 0);
        if (priced) {
            assertThat(text(root, "UnitPrice")).isEqualTo(perSeveral ? "87.50" : "0.875");
        }
    }

    @Test
    void aCifHasItsHeaderAndOneLinePerArticleInTheOrderOfItsFieldNames() throws Exception {
        List<String> lines = written(out -> new CifWriter(out, CxmlConnection.PLAIN, HEAD), "Lange\r\ntekst, \"meer\"")
                .lines()
                .toList();

        assertThat(lines.get(0)).isEqualTo("CIF_I_V3.0");
        assertThat(lines)
                .contains(
                        "CODEFORMAT: UNSPSC",
                        "CURRENCY: EUR",
                        "SUPPLIERID_DOMAIN: DUNS",
                        "TIMESTAMP: 2026-01-05 08:00:00",
                        "DATA");
        assertThat(lines.get(lines.size() - 2))
                .isEqualTo(
                        "123456789,100002,M-1,\"Lange tekst, \"\"meer\"\"\",26121600,87.50,MTR,2,\"Maker \"\"M\"\"\","
                                + "https://s.example/cxml,,,EUR,TRUE,nl,\"Kabel, Ø 3 mm\",100,MTR,1,product");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("ENDOFDATA");
    }

    @Test
    void anArticleWithoutACodeOfTheAgreedSchemeHasNone() throws Exception {
        String cif = written(out -> new CifWriter(out, PER_ONE, HEAD), null);

        assertThat(cif).contains("CODEFORMAT: NZI", "\"Kabel, Ø 3 mm\",,0.875,MTR,");
    }
}
