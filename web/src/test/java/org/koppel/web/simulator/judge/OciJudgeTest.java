package org.koppel.web.simulator.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class OciJudgeTest {
    private static final FormField OKCODE = new FormField("~OkCode", "ADDI");

    private static Map<String, String> goodItem() {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("NEW_ITEM-DESCRIPTION[1]", "Circuit breaker");
        item.put("NEW_ITEM-QUANTITY[1]", "4");
        item.put("NEW_ITEM-UNIT[1]", "PCE");
        item.put("NEW_ITEM-PRICE[1]", "12.345");
        item.put("NEW_ITEM-CURRENCY[1]", "EUR");
        item.put("NEW_ITEM-PRICEUNIT[1]", "1");
        item.put("NEW_ITEM-LONGTEXT_1:132[]", "A long text");
        item.put("NEW_ITEM-EXT_PRODUCT_ID[1]", "100001");
        return item;
    }

    private static List<FormField> fields(Map<String, String> item) {
        List<FormField> fields = new ArrayList<>();
        fields.add(OKCODE);
        item.forEach((name, value) -> fields.add(new FormField(name, value)));
        return fields;
    }

    private static List<Finding> judged(List<FormField> fields) {
        return judged(fields, OciAgreement.PLAIN);
    }

    private static List<Finding> judged(List<FormField> fields, OciAgreement agreement) {
        return OciJudge.judge(OciCase.of(fields, agreement, List.of(OKCODE), Set.of()));
    }

    @Test
    void aGoodFormBreaksNoRuleAndEveryRuleNamesItsSource() {
        List<Finding> findings = judged(fields(goodItem()));

        assertThat(Findings.places(findings)).isEmpty();
        assertThat(findings)
                .hasSizeGreaterThan(40)
                .allSatisfy(f -> assertThat(f.source()).isNotBlank());
        assertThat(findings)
                .anyMatch(f -> f.verdict() == Verdict.PASSED)
                .anyMatch(f -> f.verdict() == Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW_ITEM-DESCRIPTION[1], 12345678901234567890123456789012345678901, oci.length",
        "NEW_ITEM-UNIT[1], STK1, oci.length",
        "NEW_ITEM-UNIT[1], st, oci.isoUnit",
        "NEW_ITEM-PRICE[1], '12,34', oci.decimal",
        "NEW_ITEM-PRICE[1], '1.0000', oci.decimal",
        "NEW_ITEM-PRICE[1], '-1', oci.decimal",
        "NEW_ITEM-QUANTITY[1], ' 4', oci.decimal",
        "NEW_ITEM-QUANTITY[1], '0', oci.decimal",
        "NEW_ITEM-QUANTITY[1], '1.000.000', oci.decimal",
        "NEW_ITEM-QUANTITY[1], '', oci.quantity",
        "NEW_ITEM-PRICEUNIT[1], 0, oci.whole",
        "NEW_ITEM-PRICEUNIT[1], 1.5, oci.whole",
        "NEW_ITEM-LEADTIME[1], soon, oci.whole",
        "NEW_ITEM-CURRENCY[1], Euro, oci.iso",
        "NEW_ITEM-CURRENCY[1], '', oci.together",
        "NEW_ITEM-SERVICE[1], Y, oci.mark",
        "NEW_ITEM-DESCRIPTION[1], '', oci.name",
        "NEW_ITEM-MATNR[1], 4711, oci.oneName",
        "NEW_ITEM-UNIT[1], '', oci.unit",
        "NEW_ITEM-EXT_CATEGORY_ID[1], 39121601, oci.together",
        "NEW_ITEM-CONTRACT_ITEM[1], 10, oci.together",
        "NEW_ITEM-EXT_QUOTE_ITEM[1], 1, oci.together",
        "NEW_ITEM-GTIN[1], 5412345678908, oci.known",
        "NEW_ITEM-TAX[1], 21, oci.known",
        "NEW_ITEM-LONGTEXT[1], text, oci.spelling",
        "NEW_ITEM-PRICE1, 1, oci.spelling",
        "NEW_ITEM-QUANTITY[3], 1, oci.index"
    })
    void eachRuleCatchesItsFault(String name, String value, String rule) {
        Map<String, String> item = goodItem();
        item.put(name, value == null ? "" : value);

        assertThat(Findings.broken(judged(fields(item)))).contains(rule);
    }

    @Test
    void indexesStartAtOne() {
        Map<String, String> item = new LinkedHashMap<>();
        goodItem().forEach((n, v) -> item.put(n.replace("[1]", "[0]").replace("_1:", "_0:"), v));

        assertThat(Findings.broken(judged(fields(item)))).containsExactly("oci.index");
    }

    @Test
    void aFieldThatComesTwiceIsFound() {
        List<FormField> fields = fields(goodItem());
        fields.add(new FormField("NEW_ITEM-PRICE[1]", "1"));

        assertThat(Findings.broken(judged(fields))).containsExactly("oci.twice");
    }

    @Test
    void whatWasSentToComeBackIsMissed() {
        List<FormField> fields = fields(goodItem());
        fields.remove(OKCODE);

        assertThat(Findings.broken(judged(fields))).containsExactly("oci.echo");
    }

    @Test
    void aProductThatNobodyAskedForIsFoundInAValidation() {
        OciCase form = OciCase.of(fields(goodItem()), OciAgreement.PLAIN, List.of(), Set.of("100002"));

        assertThat(Findings.broken(OciJudge.judge(form))).containsExactly("oci.asked");
    }

    @Test
    void moreFieldsThanAReceiverInPhpTakesAreCounted() {
        List<FormField> fields = fields(goodItem());
        Stream.iterate(0, i -> i < 1000, i -> i + 1).forEach(i -> fields.add(new FormField("x" + i, "")));

        assertThat(Findings.broken(judged(fields))).containsExactly("oci.fields");
    }

    @Test
    void theCustomersDialectChangesLengthsSeparatorUnitsAndFields() {
        Map<String, String> item = goodItem();
        item.put("NEW_ITEM-PRICE[1]", "12,50");
        item.put("NEW_ITEM-UNIT[1]", "m");
        item.put("NEW_ITEM-GTIN[1]", "5412345678908");
        item.put("NEW_ITEM-VENDORMAT[1]", "12345678901234567890123");
        OciAgreement agreed = new OciAgreement("4.0", ",", Map.of("GTIN", 14, "VENDORMAT", 22), Set.of("m"), false);

        List<Finding> findings = judged(fields(item), agreed);

        assertThat(Findings.places(findings)).containsExactly("NEW_ITEM-VENDORMAT[1] = 12345678901234567890123 (23)");
    }

    @Test
    void theOldVersionsHaveShorterNumbersAndTheNewOneHasTaxes() {
        Map<String, String> item = goodItem();
        item.remove("NEW_ITEM-DESCRIPTION[1]");
        item.put("NEW_ITEM-MATNR[1]", "1234567890123456789");
        OciAgreement three = new OciAgreement("3.0", ".", Map.of(), Set.of(), false);
        assertThat(Findings.broken(judged(fields(item), three))).containsExactly("oci.length");

        item.put("NEW_ITEM-TAX[1]", "21");
        OciAgreement five = new OciAgreement("5.0", ".", Map.of(), Set.of(), false);
        assertThat(Findings.broken(judged(fields(item), five))).isEmpty();
    }

    @Test
    void aCancelledVisitBreaksNothing() {
        assertThat(Findings.broken(judged(List.of(OKCODE)))).isEmpty();
    }
}
