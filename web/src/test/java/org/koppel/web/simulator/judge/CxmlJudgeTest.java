package org.koppel.web.simulator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class CxmlJudgeTest {
    private static final String REQUEST = "<cXML payloadID='1@b'"
            + " timestamp='2026-01-05T08:00:00+01:00'><Header><From><Credential"
            + " domain='DUNS'><Identity>buyer</Identity></Credential></From><To><Credential"
            + " domain='DUNS'><Identity>supplier</Identity></Credential></To><Sender><Credential"
            + " domain='DUNS'><Identity>buyer</Identity></Credential></Sender></Header><Request"
            + " deploymentMode='test'><PunchOutSetupRequest operation='create'><BuyerCookie>c<b>1</b></BuyerCookie>"
            + "</PunchOutSetupRequest></Request></cXML>";
    private static final String ITEM =
            "<ItemIn quantity=\"2\" lineNumber=\"1\"><ItemID><SupplierPartID>100001</SupplierPartID>"
                    + "<SupplierPartAuxiliaryID>ABC</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice><Money"
                    + " currency=\"EUR\">12.50</Money></UnitPrice><Description"
                    + " xml:lang=\"en\">Breaker</Description><UnitOfMeasure>EA</UnitOfMeasure><PriceBasisQuantity"
                    + " quantity=\"10\" conversionFactor=\"1\">"
                    + "<UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity><Classification"
                    + " domain=\"UNSPSC\">39121601</Classification></ItemDetail></ItemIn>";
    private static final String GOOD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE cXML SYSTEM"
            + " \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\"><cXML payloadID=\"2@koppel\""
            + " timestamp=\"2026-01-05T08:05:00+00:00\"><Header><From><Credential"
            + " domain=\"DUNS\"><Identity>supplier</Identity></Credential></From><To><Credential"
            + " domain=\"DUNS\"><Identity>buyer</Identity></Credential></To><Sender><Credential"
            + " domain=\"DUNS\"><Identity>supplier</Identity></Credential><UserAgent>K</UserAgent></Sender></Header><Message"
            + " deploymentMode=\"test\"><PunchOutOrderMessage><BuyerCookie>c<b>1</b></BuyerCookie><PunchOutOrderMessageHeader"
            + " operationAllowed=\"create\"><Total><Money currency=\"EUR\">2.50</Money></Total>"
            + "</PunchOutOrderMessageHeader>" + ITEM + "</PunchOutOrderMessage></Message></cXML>";

    private static List<Finding> judged(String document) {
        return judged(document, "generic-cxml");
    }

    private static List<Finding> judged(String document, String system) {
        List<FormField> form = List.of(new FormField("cxml-urlencoded", document));
        return CxmlJudge.judge(CxmlCase.of(form, REQUEST, system));
    }

    @Test
    void aGoodMessageBreaksNoRuleAndEveryRuleNamesItsSource() {
        List<Finding> findings = judged(GOOD);

        assertThat(Findings.places(findings)).isEmpty();
        assertThat(findings)
                .hasSizeGreaterThan(25)
                .allSatisfy(f -> assertThat(f.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c<b>1</b></BuyerCookie><PunchOutOrderMessageHeader | c1</BuyerCookie><PunchOutOrderMessageHeader |"
                        + " cxml.cookie",
                "+00:00\" | Z\" | cxml.timestamp",
                "2@koppel | 2 | cxml.payload",
                "cXML SYSTEM \"http | cXML SYSTEM \"ftp | cxml.doctype",
                "deploymentMode=\"test\" | deploymentMode=\"production\" | cxml.mode",
                "operationAllowed=\"create\" | operationAllowed=\"all\" | cxml.allowed",
                ">2.50< | >25.00< | cxml.total",
                "<From><Credential domain=\"DUNS\"><Identity>supplier | <From><Credential"
                        + " domain=\"DUNS\"><Identity>other | cxml.from",
                "<Identity>buyer | <Identity>other | cxml.to",
                "<UserAgent>K | <SharedSecret>s</SharedSecret><UserAgent>K | cxml.secret",
                "quantity=\"2\" | quantity=\"two\" | cxml.quantity",
                "quantity=\"2\" | quantity=\"0\" | cxml.quantity",
                "currency=\"EUR\">12.50 | currency=\"EUR\">12,50 | cxml.money",
                "currency=\"EUR\">12.50 | currency=\"euro\">12.50 | cxml.money",
                "conversionFactor=\"1\" | other=\"1\" | cxml.basis",
                "<SupplierPartAuxiliaryID>ABC</SupplierPartAuxiliaryID> | '' | cxml.reference",
                "<SupplierPartID>100001</SupplierPartID> | '' | xml.required",
                "<Classification domain=\"UNSPSC\">39121601</Classification> | '' | xml.required",
                "<UnitOfMeasure>EA</UnitOfMeasure><PriceBasis |"
                        + " <LeadTime>1</LeadTime><UnitOfMeasure>EA</UnitOfMeasure><PriceBasis | xml.order",
                "<ItemDetail><UnitPrice> | <ItemDetail><Colour/><UnitPrice> | xml.order",
                "Breaker | Bräker | cxml.ascii",
                "<PunchOutOrderMessage> | <PunchOutOrderMessage | cxml.readable"
            })
    void eachRuleCatchesItsFault(String good, String bad, String rule) {
        assertThat(GOOD).contains(good);

        assertThat(Findings.broken(judged(GOOD.replace(good, bad)))).contains(rule);
    }

    @Test
    void theSameLineNumberTwiceIsFound() {
        assertThat(Findings.broken(judged(GOOD.replace(ITEM, ITEM + ITEM).replace(">2.50<", ">5.00<"))))
                .containsExactly("cxml.line");
    }

    @Test
    void aCancelIsStatus204() {
        String empty = GOOD.replace(ITEM, "").replace(">2.50<", ">0<");
        String left = empty.replace(
                "<PunchOutOrderMessage>", "<Status code=\"204\" text=\"No Content\"/><PunchOutOrderMessage>");

        assertThat(Findings.broken(judged(empty))).containsExactly("cxml.cancel");
        assertThat(Findings.broken(judged(left))).isEmpty();
    }

    @Test
    void aFormWithoutTheFieldIsFound() {
        CxmlCase form = CxmlCase.of(List.of(new FormField("xml", GOOD)), REQUEST, "generic-cxml");

        assertThat(Findings.broken(CxmlJudge.judge(form))).contains("cxml.field", "cxml.readable");
    }

    @Test
    void base64MayHoldAnyCharacter() {
        String encoded = Base64.getEncoder()
                .encodeToString(GOOD.replace("Breaker", "Bräker").getBytes(StandardCharsets.UTF_8));

        CxmlCase form = CxmlCase.of(List.of(new FormField("cXML-base64", encoded)), REQUEST, "generic-cxml");

        assertThat(Findings.broken(CxmlJudge.judge(form))).isEmpty();
    }

    @Test
    void nothingOutsideOfADocumentIsEverRead() {
        String evil = "<!DOCTYPE cXML [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><cXML>&e;</cXML>";

        assertThat(Findings.broken(judged(evil))).contains("cxml.readable");
        assertThat(Findings.places(judged(evil))).noneMatch(p -> p.contains("root:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sap-ariba | 100001 | 1000?01 | limit.aribaId",
                "jaggaer | 12.50 | 0.12345 | limit.price4",
                "oracle | 100001 | 12345678901234567890123456 | limit.oraclePart",
                "coupa | K | K | limit.coupaDtd"
            })
    void aBuyersSystemHasLimitsOfItsOwn(String system, String good, String bad, String rule) {
        assertThat(Findings.broken(judged(GOOD.replace(good, bad), system))).contains(rule);
    }
}
