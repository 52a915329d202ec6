package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;

/** What is wrong with an order is said with code, place and cure, everything at once. */
class CxmlOrderProblemsTest {

    private static ListAssert<Problem> brokenBy(String name) {
        return assertThat(Golden.problems(Golden.bytes("broken-" + name)));
    }

    private static Problem only(String name) {
        List<Problem> problems = Golden.problems(Golden.bytes("broken-" + name));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        brokenBy("missing-field")
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("MISSING_FIELD", "OrderRequestHeader/@orderID"),
                        tuple("MISSING_FIELD", "OrderRequestHeader/Total/Money/@currency"),
                        tuple("MISSING_FIELD", "item 1 (row 17), ItemOut/@lineNumber"),
                        tuple("MISSING_FIELD", "item 1 (row 17), ItemOut/@quantity"),
                        tuple("MISSING_FIELD", "item 1 (row 17), ItemID/SupplierPartID"),
                        tuple("MISSING_FIELD", "item 1 (row 17), ItemDetail/UnitOfMeasure"),
                        tuple("MISSING_FIELD", "item 1 (row 17), ItemDetail/UnitPrice"));
    }

    @Test
    void everyMissingFieldComesWithItsCure() {
        brokenBy("missing-field")
                .extracting(Problem::message)
                .contains("ItemOut/@lineNumber is missing or empty; number every line, each with a number of its own");
    }

    @Test
    void aDecimalCommaIsRefusedWithTheAdviceToUseAPoint() {
        brokenBy("unreadable-number")
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("UNREADABLE_NUMBER", "OrderRequestHeader/Total/Money"),
                        tuple("UNREADABLE_NUMBER", "line 1, ItemOut/@quantity"),
                        tuple("UNREADABLE_NUMBER", "line 1, UnitPrice/Money"));
        brokenBy("unreadable-number")
                .extracting(Problem::message)
                .contains(
                        "ItemOut/@quantity is \"1,5\", which is not a number; write a decimal point instead of the comma,"
                                + " and no thousands separator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e30", "1E2", "0x10", "NaN", "Infinity", "1 000", "--1", ".", "1.2.3", "१", "2 pieces"})
    void whatIsNoPlainDecimalIsNoQuantity(String quantity) {
        assertThat(Golden.problems(Golden.minimalWith("quantity=\"2\"", "quantity=\"" + quantity + '"')))
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNREADABLE_NUMBER", "line 1, ItemOut/@quantity"));
    }

    @Test
    void aQuantityOfZeroOrLessIsRefusedLineByLine() {
        brokenBy("quantity-not-positive")
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("QUANTITY_NOT_POSITIVE", "line 1, ItemOut/@quantity"),
                        tuple("QUANTITY_NOT_POSITIVE", "line 2, ItemOut/@quantity"));
        brokenBy("quantity-not-positive")
                .extracting(Problem::message)
                .contains("ItemOut/@quantity is \"-1\"; order more than 0, or leave the line out");
    }

    @Test
    void numbersBeyondWhatCanBeStoredAreRefused() {
        brokenBy("number-out-of-range")
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(
                        tuple(
                                "NUMBER_OUT_OF_RANGE",
                                "OrderRequestHeader/Total/Money",
                                "Total/Money is \"-25.00\"; an amount cannot be negative here"),
                        tuple(
                                "NUMBER_OUT_OF_RANGE",
                                "line 1, ItemOut/@quantity",
                                "ItemOut/@quantity has more than 11 digits before the point; check the number"),
                        tuple(
                                "NUMBER_OUT_OF_RANGE",
                                "line 1, UnitPrice/Money",
                                "UnitPrice/Money has more than 6 decimals; round it"));
    }

    @Test
    void numbersWithControlCharactersAreRefusedWithTheirPlace() {
        brokenBy("control-character")
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(
                        tuple(
                                "CONTROL_CHARACTER",
                                "OrderRequestHeader/@orderID",
                                "@orderID holds the control character U+000A at position 3; leave it out"),
                        tuple(
                                "CONTROL_CHARACTER",
                                "line 1 0, ItemOut/@lineNumber",
                                "ItemOut/@lineNumber holds the control character U+0009 at position 2; leave it out"));
    }

    @Test
    void theSecondOfTwoEqualLineNumbersIsRefused() {
        Problem problem = only("duplicate-line-number");

        assertThat(problem.code()).isEqualTo("DUPLICATE_LINE_NUMBER");
        assertThat(problem.location()).isEqualTo("line 1, ItemOut/@lineNumber");
        assertThat(problem.message())
                .isEqualTo("Item 2 (row 25) has the same line number as item 1; give every line a number of its own");
    }

    @Test
    void anUnknownUnitIsRefusedByItsName() {
        Problem problem = only("unknown-unit");

        assertThat(problem.code()).isEqualTo("UNKNOWN_UNIT");
        assertThat(problem.location()).isEqualTo("line 1, ItemDetail/UnitOfMeasure");
        assertThat(problem.message()).contains("\"BUSHEL\"").contains("use UN/ECE Rec 20");
    }

    @Test
    void anUnknownCurrencyIsRefusedByItsName() {
        Problem problem = only("unknown-currency");

        assertThat(problem.code()).isEqualTo("UNKNOWN_CURRENCY");
        assertThat(problem.location()).isEqualTo("line 1, UnitPrice/Money/@currency");
        assertThat(problem.message()).contains("\"EURO\"").contains("use a code of ISO 4217");
    }

    @Test
    void datesThatAreNoneAreRefused() {
        brokenBy("unreadable-date")
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(
                        tuple(
                                "UNREADABLE_DATE",
                                "OrderRequestHeader/@orderDate",
                                "@orderDate is \"05/01/2026\"; write ISO 8601, such as 2026-03-31T10:15:00+02:00"),
                        tuple(
                                "UNREADABLE_DATE",
                                "line 1, ItemOut/@requestedDeliveryDate",
                                "ItemOut/@requestedDeliveryDate is \"2026-02-30\"; write ISO 8601, such as"
                                        + " 2026-03-31T10:15:00+02:00"));
    }

    @Test
    void textsThatAreTooLongAreRefusedAndNotCut() {
        brokenBy("text-too-long")
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(
                        tuple(
                                "TEXT_TOO_LONG",
                                "OrderRequestHeader/@orderID",
                                "@orderID has more than 70 characters; shorten it"),
                        tuple(
                                "TEXT_TOO_LONG",
                                "line 1, ItemDetail/Description",
                                "ItemDetail/Description has more than 4000 characters; shorten it"));
    }

    @Test
    void whatIsNoNewOrderToDeliverIsRefused() {
        brokenBy("unsupported-value")
                .extracting(Problem::code, Problem::location)
                .containsExactly(
                        tuple("UNSUPPORTED_VALUE", "OrderRequestHeader/@type"),
                        tuple("UNSUPPORTED_VALUE", "OrderRequestHeader/@orderType"),
                        tuple("UNSUPPORTED_VALUE", "line 1, ItemOut/@operation"));
    }

    @Test
    void aSecondOrderInOneMessageIsRefused() {
        Problem problem = only("too-many-orders");

        assertThat(problem.code()).isEqualTo("TOO_MANY_ORDERS");
        assertThat(problem.location()).startsWith("line 26, ").endsWith("<OrderRequest>");
        assertThat(problem.message()).contains("send the others by themselves");
    }

    @Test
    void moreReferencesThanAnybodyNeedsAreRefusedOnce() {
        Problem problem = only("too-many-references");

        assertThat(problem.code()).isEqualTo("TOO_MANY_REFERENCES");
        assertThat(problem.location()).isEqualTo("OrderRequestHeader/Extrinsic");
        assertThat(problem.message()).contains("500").contains("leave out");
    }

    @Test
    void tenThousandLinesAreTakenAndOneMoreIsRefused() {
        assertThat(Golden.problems(withLines(10_000))).isEmpty();
        assertThat(Golden.problems(withLines(10_001)))
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(tuple(
                        "TOO_MANY_LINES",
                        "ItemOut",
                        "The order has more than 10000 lines; split it into several orders"));
    }

    private static String withLines(int count) {
        String minimal = Golden.text("order-minimal");
        int start = minimal.indexOf("      <ItemOut");
        int end = minimal.indexOf("    </OrderRequest>");
        String item = minimal.substring(start, end);
        StringBuilder text = new StringBuilder(minimal.substring(0, start));
        for (int i = 1; i <= count; i++) {
            text.append(item.replace("lineNumber=\"1\"", "lineNumber=\"" + i + '"'));
        }
        return text.append(minimal.substring(end)).toString();
    }

    @Test
    void anOrderWithoutLinesOrHeaderIsRefused() {
        String minimal = Golden.text("order-minimal");
        String empty = minimal.substring(0, minimal.indexOf("      <OrderRequestHeader"))
                + minimal.substring(minimal.indexOf("    </OrderRequest>"));

        assertThat(Golden.problems(empty))
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("MISSING_FIELD", "OrderRequestHeader"), tuple("MISSING_FIELD", "ItemOut"));
    }

    @Test
    void aMessageWithoutOrderRequestIsRefused() {
        assertThat(Golden.problems(Golden.text("order-minimal").replace("OrderRequest>", "QuoteRequest>")))
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("MISSING_FIELD", "Request/OrderRequest"));
    }

    @Test
    void whatWasFoundBeforeTheXmlBreaksIsStillTold() {
        String broken = Golden.minimalWith("orderID=\"4711\"", "").replace("</ItemOut>", "</ItemOut");

        assertThat(Golden.problems(broken)).extracting(Problem::code).containsExactly("MISSING_FIELD", "MALFORMED_XML");
    }

    @Test
    void brokenXmlIsNamedByRowColumnAndElement() {
        Problem problem = only("malformed-xml");

        assertThat(problem.code()).isEqualTo("MALFORMED_XML");
        assertThat(problem.location()).isEqualTo("line 23, column 11, <UnitPrice>");
        assertThat(problem.message()).contains("UnitPrice").endsWith("Send well-formed XML.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "&#0;", "\u0001", "&#x1F;"})
    void controlCharactersAreNoXml(String character) {
        List<Problem> problems = Golden.problems(Golden.minimalWith("Installatieautomaat", "a" + character + "b"));

        assertThat(problems).extracting(Problem::code).containsExactly("MALFORMED_XML");
        assertThat(problems.get(0).location()).startsWith("line 21, ").endsWith("<Description>");
    }

    @Test
    void xml11WhichAllowsControlCharactersIsRefused() {
        assertThat(Golden.problems(Golden.minimalWith("version=\"1.0\"", "version=\"1.1\"")))
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple("MALFORMED_XML", "XML 1.1 is not taken; send XML 1.0"));
    }

    @Test
    void anEmptyMessageAndOneCutShortAreRefused() {
        String minimal = Golden.text("order-minimal");

        for (String text : List.of("", "   ", "hello", minimal.substring(0, 900), minimal + "<more/>")) {
            assertThat(Golden.problems(text)).extracting(Problem::code).containsExactly("MALFORMED_XML");
        }
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        String deep = "<x>".repeat(200) + "</x>".repeat(200);

        assertThat(Golden.problems(Golden.minimalWith("Installatieautomaat", deep)))
                .extracting(Problem::message)
                .containsExactly("Elements are nested deeper than 100");
    }

    @Test
    void bytesInAnotherCharsetThanDeclaredAreRefused() {
        Problem problem = only("wrong-charset");

        assertThat(problem.code()).isEqualTo("WRONG_CHARSET");
        assertThat(problem.message()).contains("send UTF-8 and declare it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KOI-99", "", "-8", "UTF-16", "IBM500", "ISO-2022-JP", "UTF-8 "})
    void aCharsetThatIsUnknownOrNotOfTheBytesIsRefusedByItsName(String charset) {
        List<Problem> problems = Golden.problems(Golden.minimalWith("\"UTF-8\"", '"' + charset + '"'));

        assertThat(problems).extracting(Problem::code).containsExactly("WRONG_CHARSET");
        assertThat(problems.get(0).message()).contains('"' + charset + '"').contains("send UTF-8 and declare it");
    }

    @Test
    void aByteOrderMarkIsNoText() throws Exception {
        String minimal = Golden.text("order-minimal");

        assertThat(Golden.order('\uFEFF' + minimal).number().value()).isEqualTo("4711");
        assertThat(Golden.problems(minimal.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16LE)))
                .isEmpty();
        assertThat(Golden.problems(minimal.getBytes(StandardCharsets.UTF_16BE))).isEmpty();
    }

    @Test
    void latinTextIsReadWhenItIsDeclared() throws Exception {
        byte[] latin = Golden.minimalWith("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                .replace("Installatieautomaat", "Schräge")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Golden.order(latin).lines().get(0).item().description()).isEqualTo("Schräge");
    }
}
