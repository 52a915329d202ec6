package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

class EdifactOrderReaderTest {

    @Test
    void aSmallOrderIsReadInPiecesAndInTheUsualCurrency() {
        Order order = EdifactGolden.read("order-minimal.edi").orders.get(0);

        assertThat(order.number().value()).isEqualTo("E-1");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.test()).isFalse();
        assertThat(order.buyer().gln()).isEqualTo("5412345000013");
        OrderLine line = order.lines().get(0);
        assertThat(line.quantity()).isEqualTo(Quantity.of("5", "H87"));
        assertThat(line.item().sellersId()).isEqualTo("100001");
        assertThat(line.item().gtin()).isEqualTo("4012345678901");
    }

    @Test
    void theHeadOfAnOrderIsReadWithItsReleasedCharacters() {
        Order order = EdifactGolden.read("order-full.edi").orders.get(0);

        assertThat(order.number().value()).isEqualTo("4500+77");
        assertThat(order.issuedAt()).isEqualTo(OffsetDateTime.parse("2026-11-21T09:15:00Z"));
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(order.note()).isEqualTo("Tor 3: Rampe links bitte anrufen\nGrüße");
        assertThat(order.total()).isEqualTo(Money.of("123.45", "EUR"));
        assertThat(order.buyer().name()).isEqualTo("Ediplus Technik GmbH");
        assertThat(order.buyer().vat()).isEqualTo("DE123456788");
        assertThat(order.buyer().contact().email()).isEqualTo("jan.weber@ediplus.example");
        assertThat(order.buyer().contact().telephone()).isEqualTo("+49 221 1");
        assertThat(order.shipTo().gln()).isEqualTo("5412345000020");
        assertThat(order.shipTo().name()).isEqualTo("Zentrallager Tor 3");
        assertThat(order.invoicee().address().id()).isEqualTo("77001");
    }

    @Test
    void everyReferenceOfTheOrderIsKept() {
        Order order = EdifactGolden.read("order-full.edi").orders.get(0);

        assertThat(order.references())
                .containsExactly(
                        new Reference(Kind.CONTRACT, null, "RV-2026"),
                        new Reference(Kind.ACCOUNTING, null, "KST 4711"),
                        new Reference(Kind.REQUISITION, null, "BANF 0815"),
                        new Reference(Kind.OTHER, "PL", "PREIS-9"),
                        new Reference(Kind.OTHER, "ON:20", "ALT'1"),
                        new Reference(Kind.OTHER, "BY.VA", "DE123456788"),
                        new Reference(Kind.OTHER, "BY.IT", "K-100"),
                        new Reference(Kind.OTHER, "LOC+DP+7", "RAMPE-3"));
        assertThat(order.lines().get(0).references())
                .containsExactly(
                        new Reference(Kind.ACCOUNTING, null, "KST 4712"),
                        new Reference(Kind.OTHER, "ZZZ", "Projekt X"),
                        new Reference(Kind.OTHER, "LOC+7", "RAUM-12"));
    }

    @Test
    void theLinesAreReadWithPricePerHundredDateNoteAndPlace() {
        Order order = EdifactGolden.read("order-full.edi").orders.get(0);

        OrderLine first = order.lines().get(0);
        assertThat(first.number()).isEqualTo("10");
        assertThat(first.item().buyersId()).isEqualTo("A-77");
        assertThat(first.item().manufacturersId()).isEqualTo("M-5");
        assertThat(first.item().description()).isEqualTo("Steckdose weiss");
        assertThat(first.price().amount()).isEqualTo(Money.of("7.5", "EUR"));
        assertThat(first.price().baseQuantity()).isEqualTo(BigDecimal.valueOf(100));
        assertThat(first.requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(first.note()).isEqualTo("Nur in Weiss");
        assertThat(first.shipTo()).isNull();
        OrderLine second = order.lines().get(1);
        assertThat(second.quantity()).isEqualTo(Quantity.of("2.5", "MTR"));
        assertThat(second.shipTo().id()).isEqualTo("BAU-7");
    }

    @Test
    void aByteOrderMarkOneLineAndUtf8AreUnderstood() {
        assertThat(EdifactGolden.read("order-utf8-bom-one-line.edi").orders)
                .extracting(Order::note)
                .containsExactly("řeka");
    }

    @Test
    void otherSeparatorsAndCarriageReturnsAreUnderstood() {
        assertThat(EdifactGolden.read("order-other-separators.edi").orders)
                .extracting(o -> o.number().value())
                .containsExactly("E-3");
    }

    @Test
    void ordersInAGroupOfATestInterchangeAreTests() {
        EdifactGolden read = EdifactGolden.read("interchange-grouped-test.edi");

        assertThat(read.orders).hasSize(2).allMatch(Order::test);
        assertThat(read.receipt.interchange().test()).isTrue();
        assertThat(read.receipt.groups()).extracting(g -> g.messages()).containsExactly(2);
    }

    @Test
    void aDocumentOfEancom2002IsReadByItsOwnDirectory() {
        Order order = EdifactGolden.read("order-d01b.edi").orders.get(0);

        assertThat(order.number().value()).isEqualTo("E-9");
        assertThat(order.lines().get(0).item().gtin()).isEqualTo("4012345678901");
        assertThat(order.lines().get(0).item().description()).endsWith("keinen Platz hat");
    }

    @Test
    void oneBadMessageIsRefusedAloneWithAllItsProblems() {
        EdifactGolden read = EdifactGolden.read("interchange-one-bad.edi");

        assertThat(read.orders).extracting(o -> o.number().value()).containsExactly("E-6", "E-8");
        assertThat(read.refused).extracting(r -> r.number().value()).containsExactly("E-7");
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .contains(
                        tuple("UNREADABLE_NUMBER", "message 2, line 1, segment 6 QTY, element 1, component 2"),
                        tuple("DUPLICATE_LINE_NUMBER", "message 2, line 1, segment 7 LIN, element 1"),
                        tuple("UNKNOWN_UNIT", "message 2, line 1, segment 8 QTY, element 1, component 3"));
        assertThat(read.receipt.refusal()).isNull();
        assertThat(read.receipt.refused()).extracting(r -> r.reference()).containsExactly("2");
    }

    @Test
    void aMessageWithoutItsTrailerIsRefusedAloneAndTheCountsBehindItStillHold() {
        String whole = new String(EdifactGolden.bytes("interchange-one-bad.edi"), StandardCharsets.ISO_8859_1);
        String cut = whole.replaceFirst("UNT\\+10\\+1'", "");

        EdifactGolden read = EdifactGolden.read(cut.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.orders).extracting(o -> o.number().value()).containsExactly("E-8");
        assertThat(read.refused).extracting(r -> r.number().value()).containsExactly("E-6", "E-7");
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .contains(
                        tuple("SEGMENT_MISSING", "message 1, segment 10 UNT"),
                        tuple("UNKNOWN_UNIT", "message 2, line 1, segment 8 QTY, element 1, component 3"));
        assertThat(read.codes()).doesNotContain("CONTROL_COUNT_WRONG", "SEGMENT_UNEXPECTED");
        assertThat(read.receipt.refusal()).isNull();

        EdifactGolden wrong = EdifactGolden.read(
                cut.replace("UNT+11+2'", "UNT+12+3'").replace("UNZ+3", "UNZ+2").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(wrong.problems)
                .extracting(Problem::code, Problem::location)
                .contains(
                        tuple("CONTROL_COUNT_WRONG", "message 2, segment 11 UNT, element 1"),
                        tuple("CONTROL_REFERENCE_WRONG", "message 2, segment 11 UNT, element 2"));
        assertThat(wrong.receipt.refusal().kind()).isEqualTo("COUNT_WRONG");
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
                "unsupported-charset",
                "segment-too-large",
                "bad-character"
            })
    void whatIsWrongIsNamedWithItsPlaceAndItsCure(String name) {
        EdifactGolden read = EdifactGolden.read("broken-" + name + ".edi");

        assertThat(read.codes()).contains(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        assertThat(read.problems).allSatisfy(p -> {
            assertThat(p.location()).isNotBlank();
            assertThat(p.message()).isNotBlank().doesNotContain("null");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"220", "105", "224", "226", ""})
    void anOrderOfAFirmKindIsTaken(String kind) {
        assertThat(minimal("BGM+220", "BGM+" + kind).orders).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"221", "227", "228", "23B", "22E", "230"})
    void aBlanketStandingConsignmentOrSampleOrderIsRefused(String kind) {
        EdifactGolden read = minimal("BGM+220", "BGM+" + kind);

        assertThat(read.orders).isEmpty();
        assertThat(read.codes()).containsExactly("UNSUPPORTED_VALUE");
    }

    @Test
    void aQuantityWithoutAUnitIsInThatOfTheArticle() {
        assertThat(minimal("QTY+21:5:PCE", "QTY+21:5")
                        .orders
                        .get(0)
                        .lines()
                        .get(0)
                        .quantity())
                .isEqualTo(new Quantity(new BigDecimal("5"), UnitCode.AGREED));
    }

    @Test
    void oneScheduleOfTheWholeQuantityIsTheDayOfTheLine() {
        EdifactGolden read = minimal("QTY+21:5:PCE'", "QTY+21:5:PCE'SCC+1'QTY+21:5'DTM+2:20261201:102'", 3);

        assertThat(read.orders.get(0).lines().get(0).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void twoDaysThatAreAskedForAreRefusedInTheLineAndInItsDelivery() {
        String days = "QTY+21:5:PCE'DTM+2:20261201:102'SCC+1'QTY+21:5'DTM+2:20261210:102'";
        EdifactGolden read = minimal("QTY+21:5:PCE'", days, 4);

        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, line 1, segment 11 DTM"));
    }

    @Test
    void anOrderThatIsWantedOnTwoDaysIsRefused() {
        EdifactGolden read = minimal("NAD+BY", "DTM+2:20261201:102'DTM+2:20261210:102'NAD+BY", 2);

        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, segment 5 DTM"));
        assertThat(minimal("NAD+BY", "DTM+63:20261210:102'DTM+2:20261201:102'NAD+BY", 2)
                        .orders
                        .get(0)
                        .requestedDelivery())
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void theDayThatADeliveryAsksForComesBeforeALatestDayOfTheLine() {
        assertThat(requested("DTM+63:20261210:102'SCC+1'QTY+21:5'DTM+2:20261201:102'", 4))
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void theDayThatALineAsksForComesBeforeALatestDayOfItsDelivery() {
        assertThat(requested("DTM+2:20261201:102'SCC+1'QTY+21:5'DTM+63:20261210:102'", 4))
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void ofTwoLatestDaysThatOfTheDeliveryIsTheMoreSpecialOne() {
        assertThat(requested("DTM+63:20261201:102'SCC+1'QTY+21:5'DTM+63:20261210:102'", 4))
                .isEqualTo(LocalDate.of(2026, 12, 10));
    }

    private static LocalDate requested(String segments, int more) {
        EdifactGolden read = minimal("QTY+21:5:PCE'", "QTY+21:5:PCE'" + segments, more);
        return read.orders.get(0).lines().get(0).requestedDelivery();
    }

    @Test
    void aFrequencyOfTheWholeOrderIsRefusedAsThatOfALine() {
        assertThat(minimal("LIN+", "SCC+1++W'LIN+", 1).problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, segment 5 SCC"));
        assertThat(minimal("LIN+", "SCC+1'LIN+", 1).orders).hasSize(1);
    }

    @Test
    void aPriceForAnotherMeasureThanTheLineIsRefusedWithItsPlaceAndCure() {
        EdifactGolden read = minimal("QTY+21:5:PCE'", "QTY+21:5:PCE'PRI+AAA:4.50:::1:KGM'", 1);

        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(tuple(
                        "UNSUPPORTED_VALUE",
                        "message 1, line 1, segment 8 PRI, element 1, component 6",
                        "A price by \"KGM\" cannot be turned into one for the unit of the line, \"PCE\"; send the price"
                                + " of that unit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5:PCE'PRI+AAA:4.50:::1:EA",
                "5:KGM'PRI+AAA:4.50:::1:KGM",
                "5'PRI+AAA:4.50:::1:PCE",
                "5'PRI+AAA:4.50:::1:C62",
                "5'PRI+AAA:4.50:::100:PCE",
                "5'PRI+AAA:4.50:::1",
                "5'PRI+AAA:4.50:::100",
                "5'PRI+AAA:4.50",
                "5:ZZ'PRI+AAA:4.50:::1:PCE"
            })
    void aPriceForTheUnitOfTheLineOrOfItsArticleIsTaken(String segments) {
        EdifactGolden read = minimal("QTY+21:5:PCE'", "QTY+21:" + segments + "'", 1);

        assertThat(read.orders.get(0).lines().get(0).price().amount()).isEqualTo(Money.of("4.50", "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:KGM", "100:MTR", "1:DZN", "1:CT"})
    void aPriceForAMeasureIsRefusedWhereTheQuantityHasNoUnit(String basis) {
        EdifactGolden read = minimal("QTY+21:5:PCE'", "QTY+21:5'PRI+AAA:4.50:::" + basis + "'", 1);

        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(tuple(
                        "UNSUPPORTED_VALUE",
                        "message 1, line 1, segment 8 PRI, element 1, component 6",
                        "A price by \"" + basis.substring(basis.indexOf(':') + 1)
                                + "\" says nothing of a quantity without a" + " unit; send the unit in QTY, too"));
    }

    @Test
    void theDayThatIsAskedForComesBeforeTheEarliestAndTheLatest() {
        String days = "DTM+64:20261201:102'DTM+2:20261203:102'DTM+63:20261205:102'";

        assertThat(minimal("QTY+21:5:PCE'", "QTY+21:5:PCE'" + days, 3)
                        .orders
                        .get(0)
                        .lines()
                        .get(0)
                        .requestedDelivery())
                .isEqualTo(LocalDate.of(2026, 12, 3));
    }

    /** As below, with so many segments more. */
    private static EdifactGolden minimal(String words, String others, int more) {
        String text = new String(EdifactGolden.bytes("order-minimal.edi"), StandardCharsets.ISO_8859_1);
        Matcher count = Pattern.compile("UNT\\+(\\d+)").matcher(text);
        assertThat(count.find()).isTrue();
        String counted = text.replace(count.group(), "UNT+" + (Integer.parseInt(count.group(1)) + more));
        return EdifactGolden.read(counted.replace(words, others).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The small order with other words in it. */
    private static EdifactGolden minimal(String words, String others) {
        String text = new String(EdifactGolden.bytes("order-minimal.edi"), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(words);
        return EdifactGolden.read(text.replace(words, others).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aLineBreakInsideASegmentIsPartOfItsText() {
        String text = new String(EdifactGolden.bytes("order-full.edi"), StandardCharsets.ISO_8859_1);
        byte[] broken = text.replace("Nur in Weiss", "Nur\r\nin Weiss").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(EdifactGolden.read(broken).orders.get(0).lines().get(0).note())
                .isEqualTo("Nur\r\nin Weiss");
    }
}
