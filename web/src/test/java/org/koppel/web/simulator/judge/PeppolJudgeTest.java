package org.koppel.web.simulator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class PeppolJudgeTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final FormField REFERENCE = new FormField("BUYER_REFERENCE", "dept. 4");
    private static final String LINE = "<CatalogueLine><ID>1</ID><RequiredItemLocationQuantity><Price><PriceAmount"
            + " currencyID=\"EUR\">12.5</PriceAmount></Price><DeliveryUnit><BatchQuantity"
            + " unitCode=\"H87\">2</BatchQuantity></DeliveryUnit></RequiredItemLocationQuantity><Item>"
            + "<Name>Breaker</Name><SellersItemIdentification><ID>100001</ID></SellersItemIdentification><CommodityClassification><ItemClassificationCode"
            + " listID=\"TST\">39121601</ItemClassificationCode>"
            + "</CommodityClassification><ClassifiedTaxCategory><ID>S</ID></ClassifiedTaxCategory></Item></CatalogueLine>";
    private static final String GOOD =
            "<Catalogue><CustomizationID>urn:fdc:peppol.eu:poacc:trns:punch_out:3</CustomizationID>"
                    + "<ProfileID>urn:fdc:peppol.eu:poacc:bis:punch_out:3</ProfileID><ID>ABC</ID><IssueDate>2026-01-05</IssueDate><ProviderParty><EndpointID"
                    + " schemeID=\"0208\">0987654394</EndpointID></ProviderParty><ReceiverParty><Contact><ID>dept."
                    + " 4</ID></Contact></ReceiverParty>" + LINE + "</Catalogue>";

    private static List<Finding> judged(String document) {
        List<FormField> fields = List.of(REFERENCE, new FormField("catalogue", document));
        return PeppolJudge.judge(XmlCase.of(fields, "catalogue", List.of(REFERENCE), ""), MONDAY);
    }

    @Test
    void aGoodCatalogueBreaksNoRule() {
        assertThat(Findings.places(judged(GOOD))).isEmpty();
        assertThat(judged(GOOD)).allSatisfy(f -> assertThat(f.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trns:punch_out:3 | trns:catalogue:3 | xml.value",
                "2026-01-05 | 2026-01-06 | t77.date",
                "2026-01-05 | yesterday | t77.date",
                "<ID>dept. 4 | <ID>dept. 5 | t77.reference",
                "schemeID=\"0208\" | schemeID=\"BE\" | xml.attribute",
                "unitCode=\"H87\" | unitCode=\"piece\" | xml.attribute",
                ">2</BatchQuantity> | >0</BatchQuantity> | t77.quantity",
                ">12.5< | >-12.5< | t77.price",
                "<Name>Breaker</Name> | '' | xml.required",
                "<CatalogueLine><ID>1</ID> | <CatalogueLine><Item/><ID>1</ID> | xml.order",
                "</CatalogueLine> | '' | xml.readable"
            })
    void eachRuleCatchesItsFault(String good, String bad, String rule) {
        assertThat(GOOD).contains(good);

        assertThat(Findings.broken(judged(GOOD.replace(good, bad)))).contains(rule);
    }

    @Test
    void theSameLineTwiceIsFound() {
        assertThat(Findings.broken(judged(GOOD.replace(LINE, LINE + LINE)))).containsExactly("t77.line");
    }

    @Test
    void aReferenceThatDoesNotComeBackIsFound() {
        XmlCase form = XmlCase.of(List.of(new FormField("catalogue", GOOD)), "catalogue", List.of(REFERENCE), "");

        assertThat(Findings.broken(PeppolJudge.judge(form, MONDAY))).containsExactly("oci.echo");
    }
}
