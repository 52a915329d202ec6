package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Price;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutRequest.Identity;
import org.koppel.document.PunchOutResponse;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class CxmlPunchOutTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");

    private static PunchOutRequest read(String xml) throws DocumentException, IOException {
        List<PunchOutRequest> read = new ArrayList<>();
        new CxmlPunchOutRequestReader()
                .read(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        read::add);
        return read.get(0);
    }

    @Test
    void everyIdentityAndWhatTheBuyerSaidIsRead() throws Exception {
        PunchOutRequest request = read(Golden.text("punchout-setup"));

        assertThat(request.operation()).isEqualTo("create");
        assertThat(request.test()).isTrue();
        assertThat(request.from())
                .containsExactly(new Identity("NetworkId", "AN01-T"), new Identity("DUNS", "zorggroep"));
        assertThat(request.to()).containsExactly(new Identity("DUNS", "supplier"));
        assertThat(request.returnUrl()).isEqualTo("https://buyer.example/return?visit=7&x=1");
        assertThat(request.contact().name()).isEqualTo("Els Claes");
        assertThat(request.selectedItem()).isEqualTo("100001");
        assertThat(request.extrinsics()).containsEntry("CostCenter", "4100");
    }

    @Test
    void theCookieKeepsItsElementsAttributesAndEscapes() throws Exception {
        assertThat(read(Golden.text("punchout-setup")).cookie())
                .isEqualTo("<b:id xmlns:b=\"urn:b\" n=\"a &amp; &quot;b&quot;\">34 &lt; 35</b:id> é");
    }

    @Test
    void aCookieThatIsTooLongIsRefusedAndNeverCut() {
        String request = Golden.text("punchout-setup").replace("34 &lt; 35", "7".repeat(5_000));
        assertThatThrownBy(() -> read(request)).hasMessageContaining("BuyerCookie");
    }

    @Test
    void withoutACookieTheRequestIsRefused() {
        String request = Golden.text("punchout-setup").replace("BuyerCookie>", "Cookie>");
        assertThatThrownBy(() -> read(request)).hasMessageContaining("BuyerCookie");
    }

    @Test
    void theEnvelopeNamesTheDocument() throws Exception {
        assertThat(Golden.envelope(Golden.bytes("punchout-setup")).documentClass())
                .contains(PunchOutRequest.class);
    }

    @Test
    void aRefusalHasAStatusAndNothingElse() throws Exception {
        assertThat(written(new PunchOutResponse(new DocumentNumber("a-1"), MONDAY, null, 450, "Send create.")))
                .contains("code=\"450\"", "Send create.")
                .doesNotContain("PunchOutSetupResponse");
    }

    @Test
    void aStatusSaysInWordsWhatItsCodeSays() throws Exception {
        assertThat(written(new PunchOutResponse(new DocumentNumber("a-1"), MONDAY, null, 403, "Ask.")))
                .contains("code=\"403\" text=\"Forbidden\"");
        assertThat(written(new PunchOutResponse(new DocumentNumber("a-1"), MONDAY, null, 400, "Send https.")))
                .contains("code=\"400\" text=\"Bad Request\"");
    }

    @Test
    void theStartPageStandsInItsUrl() throws Exception {
        assertThat(written(
                        new PunchOutResponse(new DocumentNumber("a-1"), MONDAY, "https://s.example/?a&b", 200, null)))
                .contains("code=\"200\"")
                .contains("<PunchOutSetupResponse><StartPage><URL>https://s.example/?a&amp;b</URL></StartPage>");
    }

    @Test
    void aCartThatComesBackIsReadLineByLine() throws Exception {
        PunchOutRequest request = read(edited("""
                <ItemOut quantity="250" lineNumber="1"><ItemID><SupplierPartID>100002</SupplierPartID>
                <SupplierPartAuxiliaryID>CART12345678</SupplierPartAuxiliaryID></ItemID><ItemDetail>
                <UnitPrice><Money currency="EUR">87.50</Money></UnitPrice><Description xml:lang="nl">Kabel</Description>
                <UnitOfMeasure>MTR</UnitOfMeasure><PriceBasisQuantity quantity="100" conversionFactor="1">
                <UnitOfMeasure>MTR</UnitOfMeasure></PriceBasisQuantity></ItemDetail></ItemOut>
                <ItemOut quantity="2"><ItemID><BuyerPartID>K-1</BuyerPartID></ItemID><ItemDetail>
                <UnitPrice><Money currency="EUR">x</Money></UnitPrice><UnitOfMeasure>BUSHEL</UnitOfMeasure></ItemDetail></ItemOut>
                """));

        Price price = new Price(Money.of("87.50", "EUR"), new BigDecimal("100"));
        assertThat(request.operation()).isEqualTo("edit");
        assertThat(request.lines())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(
                        new PunchOutRequest.Line(
                                "100002",
                                "CART12345678",
                                null,
                                new BigDecimal("250"),
                                new UnitCode("MTR"),
                                price,
                                "Kabel"),
                        new PunchOutRequest.Line(null, null, "K-1", new BigDecimal("2"), null, null, null)));
        assertThat(request.shipTo().id()).isEqualTo("MAIN");
        assertThat(request.contact().email()).isEqualTo("els@zorggroep.example");
    }

    @Test
    void aLineWithoutArticleOrQuantityIsRefusedByItsPlace() {
        assertThatThrownBy(() -> read(edited("<ItemOut quantity=\"1,5\"><ItemID/></ItemOut>")))
                .hasMessageContaining("line 1, ItemOut/@quantity")
                .hasMessageContaining("line 1, ItemID/SupplierPartID");
        assertThatThrownBy(() -> read(edited("<ItemOut quantity=\"0.0001\"><ItemID><SupplierPartID>1</SupplierPartID>"
                        + "</ItemID></ItemOut>")))
                .hasMessageContaining("NUMBER_OUT_OF_RANGE");
    }

    @Test
    void theAuxiliaryIdOfASelectedItemIsReadToo() throws Exception {
        String request = Golden.text("punchout-setup")
                .replace(
                        "</SupplierPartID></ItemID>",
                        "</SupplierPartID><SupplierPartAuxiliaryID>V-2</SupplierPartAuxiliaryID></ItemID>");

        assertThat(read(request).selectedAuxiliary()).isEqualTo("V-2");
    }

    private static String edited(String lines) {
        return Golden.text("punchout-setup")
                .replace("operation=\"create\"", "operation=\"edit\"")
                .replace("Els Claes</Name>", "Els Claes</Name><Email name=\"x\">els@zorggroep.example</Email>")
                .replace(
                        "<SelectedItem><ItemID><SupplierPartID>100001</SupplierPartID></ItemID></SelectedItem>",
                        "<ShipTo><Address addressID=\"MAIN\"><Name xml:lang=\"nl\">De Linde</Name></Address></ShipTo>"
                                + lines);
    }

    private static String written(PunchOutResponse response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlPunchOutResponseWriter().write(response, FormatSettings.DEFAULT, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
