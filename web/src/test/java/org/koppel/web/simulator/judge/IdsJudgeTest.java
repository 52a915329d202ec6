package org.koppel.web.simulator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class IdsJudgeTest {
    private static final String SENT =
            "<Warenkorb><Order><OrderInfo><PartNo>B-17</PartNo><Kommission>Bad</Kommission></OrderInfo>"
                    + "<OrderItem><RefItems><Customer>01.02</Customer><Supplier/></RefItems></OrderItem></Order></Warenkorb>";
    private static final String GOOD =
            "<Warenkorb xmlns=\"http://www.itek.de/Shop-Anbindung/Warenkorb/\"><WarenkorbInfo>"
                    + "<Date>2026-01-05</Date><Time>08:00:00</Time><RueckgabeKZ>Warenkorbrückgabe</RueckgabeKZ><Version>2.5</Version>"
                    + "</WarenkorbInfo><Order><OrderInfo><OfferNo>ABC</OfferNo><PartNo>B-17</PartNo>"
                    + "<ModeOfShipment>Lieferung</ModeOfShipment><Cur>EUR</Cur><Kommission>Bad</Kommission></OrderInfo><OrderItem>"
                    + "<RefItems><Customer>01.02</Customer><Supplier>1</Supplier></RefItems><EAN>4012345678901</EAN>"
                    + "<ArtNo>100001</ArtNo><Qty>2.00</Qty><QU>PCE</QU><Kurztext>Schalter</Kurztext><NetPrice>25.00</NetPrice>"
                    + "<VAT>19.00</VAT></OrderItem></Order></Warenkorb>";

    private static List<Finding> judged(String document) {
        return IdsJudge.judge(XmlCase.of(List.of(new FormField("warenkorb", document)), "warenkorb", List.of(), SENT));
    }

    @Test
    void aGoodBasketBreaksNoRule() {
        assertThat(Findings.places(judged(GOOD))).isEmpty();
        assertThat(judged(GOOD)).allSatisfy(f -> assertThat(f.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Date>2026-01-05</Date> | '' | xml.required",
                "<Date>2026-01-05 | <Date>05.01.2026 | xml.form",
                "Warenkorbrückgabe | Ok | xml.form",
                "<Cur>EUR</Cur> | <Cur>€</Cur> | xml.form",
                "<OfferNo>ABC | <OfferNo>ABCDEFGHIJKLMNOP | xml.length",
                "<Qty>2.00 | <Qty>2,00 | xml.decimal",
                "<QU>PCE</QU> | '' | xml.required",
                "<Qty>2.00</Qty><QU>PCE</QU> | <QU>PCE</QU><Qty>2.00</Qty> | xml.order",
                "<PartNo>B-17 | <PartNo>B-18 | ids.echo",
                "<Customer>01.02 | <Customer>09.99 | ids.positions",
                "<Supplier>1</Supplier> | '' | ids.pair",
                "Warenkorb/\"> | Warenkorb\"> | ids.namespace",
                "</OrderItem> | '' | xml.readable"
            })
    void eachRuleCatchesItsFault(String good, String bad, String rule) {
        assertThat(GOOD).contains(good);

        assertThat(Findings.broken(judged(GOOD.replace(good, bad)))).contains(rule);
    }

    @Test
    void aFormWithoutABasketIsFound() {
        XmlCase form = XmlCase.of(List.of(new FormField("korb", GOOD)), "warenkorb", List.of(), "");

        assertThat(Findings.broken(IdsJudge.judge(form))).containsExactly("ids.field");
    }
}
