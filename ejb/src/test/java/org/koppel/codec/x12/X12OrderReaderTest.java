package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

class X12OrderReaderTest {

    @ParameterizedTest
    @CsvSource({
        "BF,BFT", "CW,CWA", "EA,H87", "FT,FOT", "LF,FOT", "SF,FTK", "LB,LBR", "BG,XBG", "CA,XCS", "CS,XCS", "PA,XPL",
        "PL,XPX", "RL,XRO", "KT,KT", "PC,H87", "ZZ,ZZ"
    })
    void unitsMeanWhatElement355Says(String code, String unit) {
        assertThat(X12.unit(code)).contains(new UnitCode(unit));
    }

    @ParameterizedTest
    @CsvSource({"ea,H87", "Ft,FOT", "pa,XPL", "kgm,KGM"})
    void smallLettersMeanTheSameUnit(String code, String unit) {
        assertThat(X12.unit(code)).contains(new UnitCode(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RO", "MT", "QQ", "ro", "mt"})
    void aRoundIsNoRollAndALongTonNoMetre(String code) {
        assertThat(X12.unit(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BFT,BF", "CWA,CW", "XCS,CA", "MTR,MR", "H87,EA", "C62,EA", "FOT,FT", "LBR,LB", "XCS,CA", "XPL,PA", "XPK,PK"
    })
    void unitsAreSpeltAsElement355Has(String unit, String code) {
        assertThat(X12.spelling(new UnitCode(unit))).isEqualTo(code);
        assertThat(X12.unit(code))
                .hasValueSatisfying(
                        u -> assertThat(Units.same(u, new UnitCode(unit))).isTrue());
    }

    @Test
    void aSmallOrderIsRead() {
        Order order = X12Golden.read("order-minimal.x12").orders.get(0);

        assertThat(order.number().value()).isEqualTo("X-1");
        assertThat(order.currency()).isEqualTo("EUR");
        OrderLine line = order.lines().get(0);
        assertThat(line.quantity()).isEqualTo(Quantity.of("5", "H87"));
        assertThat(line.item().sellersId()).isEqualTo("100001");
        assertThat(line.item().buyersId()).isEqualTo("A-77");
        assertThat(line.price().amount()).isEqualTo(Money.of("7.5", "EUR"));
    }

    @Test
    void theHeadOfAnOrderAndEveryReferenceAreRead() {
        Order order = X12Golden.read("order-full.x12").orders.get(0);

        assertThat(order.currency()).isEqualTo("USD");
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(order.note()).isEqualTo("Call before delivery\nDock 4");
        assertThat(order.total()).isEqualTo(Money.of("123.45", "USD"));
        assertThat(order.buyer().contact().email()).isEqualTo("mary.hill@amerco.example");
        assertThat(order.shipTo().id()).isEqualTo("PLANT1");
        assertThat(order.shipTo().street()).isEqualTo("200 Harbor Drive Gate 2");
        assertThat(order.shipTo().city()).isEqualTo("Newark NJ");
        assertThat(order.references())
                .containsExactlyInAnyOrder(
                        new Reference(Kind.OTHER, "BEG04", "R3"),
                        new Reference(Kind.CONTRACT, "BEG06", "FRAME-9"),
                        new Reference(Kind.ACCOUNTING, "DP", "038"),
                        new Reference(Kind.REQUISITION, null, "REQ 0815"),
                        new Reference(Kind.CONTRACT, null, "K-1"),
                        new Reference(Kind.OTHER, "Project Apollo", "123"),
                        new Reference(Kind.OTHER, "N9.ZZ", "SIDE-1"),
                        new Reference(Kind.OTHER, "BY.VX", "US-99"));
    }

    @Test
    void theLinesAreReadAndALineWithoutANumberGetsItsPlace() {
        Order order = X12Golden.read("order-full.x12").orders.get(0);

        OrderLine first = order.lines().get(0);
        assertThat(first.price().baseQuantity()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(first.item().gtin()).isEqualTo("4012345678901");
        assertThat(first.item().description()).isEqualTo("Socket white with frame");
        assertThat(first.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(first.note()).isEqualTo("White only");
        assertThat(first.references()).containsExactly(new Reference(Kind.ACCOUNTING, null, "CC-4711"));
        OrderLine second = order.lines().get(1);
        assertThat(second.number()).isEqualTo("2");
        assertThat(second.quantity()).isEqualTo(Quantity.of("2.5", "MTR"));
        assertThat(second.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(second.shipTo().city()).isEqualTo("Boston MA");
    }

    @Test
    void otherSeparatorsAMarkAndATerminatorThatIsALineFeedAreUnderstood() {
        assertThat(X12Golden.read("order-other-separators-test.x12").orders)
                .hasSize(1)
                .allMatch(Order::test);
    }

    @Test
    void oneBadOrderIsRefusedAloneWithAllItsProblems() {
        X12Golden read = X12Golden.read("interchange-one-bad.x12");

        assertThat(read.orders).extracting(o -> o.number().value()).containsExactly("X-3", "X-5");
        assertThat(read.refused).extracting(r -> r.number().value()).containsExactly("X-4");
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .contains(
                        tuple("UNREADABLE_NUMBER", "message 2, line 1, segment 4 PO1, element 2"),
                        tuple("DUPLICATE_LINE_NUMBER", "message 2, line 1, segment 5 PO1, element 1"),
                        tuple("UNKNOWN_UNIT", "message 2, line 1, segment 5 PO1, element 3"));
        assertThat(read.receipt.groups())
                .extracting(g -> g.messages(), g -> g.refused())
                .containsExactly(tuple(3, 1));
    }

    @Test
    void anOrderWithoutItsTrailerIsRefusedAloneAndTheCountsBehindItStillHold() {
        String whole = new String(X12Golden.bytes("interchange-one-bad.x12"), StandardCharsets.ISO_8859_1);
        String cut = whole.replaceFirst("SE\\*6\\*0001~\\R", "").replaceFirst("SE\\*7\\*0002~\\R", "");

        X12Golden read = X12Golden.read(cut.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.orders).extracting(o -> o.number().value()).containsExactly("X-5");
        assertThat(read.refused).extracting(r -> r.number().value()).containsExactly("X-3", "X-4");
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .contains(tuple("SEGMENT_MISSING", "message 1, segment 6 SE"));
        assertThat(read.receipt.groups())
                .extracting(g -> g.messages(), g -> g.refused())
                .containsExactly(tuple(3, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing-field",
                "segment-missing",
                "segment-unexpected",
                "segment-too-often",
                "element-missing",
                "element-too-long",
                "element-too-short",
                "element-unexpected",
                "unreadable-date",
                "unreadable-number",
                "number-out-of-range",
                "quantity-not-positive",
                "unknown-unit",
                "unknown-currency",
                "duplicate-line-number",
                "line-count-differs",
                "unsupported-function",
                "unsupported-value",
                "unsupported-version",
                "unsupported-message",
                "duplicate-reference",
                "control-count-wrong",
                "control-reference-wrong",
                "no-message",
                "malformed-edi",
                "several-interchanges",
                "wrong-charset",
                "segment-too-large",
                "bad-character"
            })
    void whatIsWrongIsNamedWithItsPlaceAndItsCure(String name) {
        X12Golden read = X12Golden.read("broken-" + name + ".x12");

        assertThat(read.problems)
                .extracting(Problem::code)
                .contains(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(read.problems).allSatisfy(p -> {
            assertThat(p.location()).isNotBlank();
            assertThat(p.message()).isNotBlank().doesNotContain("null");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SA", "NE", "RL", "RO", "KN", "DS", "NP", "SS"})
    void anOrderOfAFirmTypeIsTaken(String type) {
        assertThat(minimal("BEG*00*SA", "BEG*00*" + type).orders).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BK", "BE", "KB", "ST", "CN", "SP", "RT", "CP", "ZZ"})
    void aBlanketStandingConsignmentOrSampleOrderIsRefused(String type) {
        X12Golden read = minimal("BEG*00*SA", "BEG*00*" + type);

        assertThat(read.orders).isEmpty();
        assertThat(read.problems).extracting(Problem::code).containsExactly("UNSUPPORTED_VALUE");
    }

    @ParameterizedTest
    @CsvSource({
        "PE,1",
        "CT,1",
        "PN,10",
        "PD,12",
        "pd,12",
        "TD,12",
        "HP,100",
        "TC,100",
        "LC,100",
        "QH,100",
        "RC,100",
        "WC,100",
        "TP,1000",
        "TM,1000",
        "LM,1000",
        "QS,1000",
        "RM,1000",
        "WM,1000",
        "TT,10000",
        "HT,100000"
    })
    void aPriceIsForAsManyAsItsBasisSays(String code, BigDecimal number) {
        assertThat(priced("*EA*7.5*" + code + '*').baseQuantity()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "DZ,PD", "DZ,TD", "DZ,WD", "DP,PD", "HC,HP", "HC,LC", "HU,QH", "TH,TP", "T3,TM", "DZ,PE", "TH,QT", "GS,PE"
    })
    void aPricePerDozenIsForOneOfALineInDozens(String unit, String code) {
        assertThat(priced('*' + unit + "*24*" + code + '*').baseQuantity()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void tenDozenAtTwentyFourADozenAreTwoHundredAndForty() {
        OrderLine line = line("*5*EA*7.5*PE*", "*10*DZ*24*PD*");

        assertThat(line.price().perOne().amount().multiply(line.quantity().value()))
                .isEqualByComparingTo("240");
    }

    @ParameterizedTest
    @CsvSource({"DZ,HP", "DZ,PN", "HC,TP", "TH,HP", "GS,PD", "GG,TP"})
    void aPriceForAnotherCountThanTheLinesIsRefused(String unit, String code) {
        assertRefused(minimal("*EA*7.5*PE*", '*' + unit + "*7.5*" + code + '*'));
    }

    @ParameterizedTest
    @CsvSource({
        "KG,PK,1",
        "GR,PG,1",
        "ME,PG,",
        "LT,PL,1",
        "ML,ML,1",
        "MP,PT,1",
        "TN,PT,1",
        "LG,PT,1",
        "LB,PP,1",
        "OZ,PO,1",
        "FO,PO,",
        "OZ,PA,",
        "FT,PF,1",
        "LF,PF,1",
        "FT,HF,100",
        "FT,TF,1000",
        "MR,PF,",
        "EA,HF,",
        "YD,PY,1",
        "SF,PS,1000",
        "SM,PS,",
        "KG,PP,",
        "MO,PM,",
        "YR,PB,"
    })
    void aPriceByAMeasureIsForSoManyOfALineOrderedInIt(String unit, String code, BigDecimal number) {
        String words = '*' + unit + "*7.5*" + code + '*';

        if (number == null) {
            assertRefused(minimal("*EA*7.5*PE*", words));
        } else {
            assertThat(priced(words).baseQuantity()).isEqualByComparingTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PD", "HP", "PN", "TP", "HU", "pd"})
    void aPriceByACountAtALineWithoutAUnitIsRefusedWithItsCure(String code) {
        for (String unit : new String[] {"", "ZZ"}) {
            X12Golden read = minimal("*EA*7.5*PE*", '*' + unit + "*24*" + code + '*');

            assertRefused(read);
            assertThat(read.problems.get(0).message())
                    .isEqualTo("A price by \"" + code
                            + "\" says nothing of a line without a unit, whose article may be sold"
                            + " by such a count; send the unit in PO103, or the price of one of it (PE)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PE", "", "CT"})
    void aPriceOfOneAtALineWithoutAUnitIsForOneOfItsArticle(String code) {
        assertThat(priced("**24*" + code + '*').baseQuantity()).isEqualByComparingTo(BigDecimal.ONE);
    }

    private static void assertRefused(X12Golden read) {
        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, line 1, segment 4 PO1, element 5"));
    }

    /** Of the small order. @param words unit, price and basis of its line */
    private static Price priced(String words) {
        return line("*EA*7.5*PE*", words).price();
    }

    private static OrderLine line(String words, String others) {
        return minimal(words, others).orders.get(0).lines().get(0);
    }

    @Test
    void aQuantityWithoutAUnitIsInThatOfTheArticle() {
        assertThat(minimal("*5*EA*", "*5**").orders.get(0).lines().get(0).quantity())
                .isEqualTo(new Quantity(new BigDecimal("5"), UnitCode.AGREED));
    }

    /** The small order with other words in it. */
    private static X12Golden minimal(String words, String others) {
        String text = new String(X12Golden.bytes("order-minimal.x12"), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(words);
        return X12Golden.read(text.replace(words, others).getBytes(StandardCharsets.ISO_8859_1));
    }
}
