package org.koppel.codec.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.codec.Problem;
import org.koppel.document.Order;
import org.koppel.document.OrderCancellation;

/** The one day of a line, and of an order (decision 0113). */
class X12DeliveriesTest {
    private static final String LINE = "PO1*1*5*EA*7.5*PE*VN*100001~";

    @ParameterizedTest
    @CsvSource({
        "DTM*002*20261201~,SCH*5*EA***002*20261210~,6 SCH",
        "DTM*002*20261201~,DTM*002*20261210~,6 DTM",
        "DTM*010*20261201~,SCH*5*EA***010*20261210~,6 SCH",
        "DTM*106*20261201~,DTM*106*20261210~,6 DTM",
        "SCH*5*EA***002*20261201**002*20261210~,'',5 SCH",
        "DTM*002*20261201~,SCH*5*EA***010*20261129**002*20261210~,6 SCH"
    })
    void twoDaysThatAreAskedForAreRefusedInTheLineAndInItsDelivery(String first, String second, String place) {
        refused(
                order("", first + second),
                place,
                "The line is wanted in several deliveries; send a line of its own for each day, with the quantity of that day");
    }

    @ParameterizedTest
    @CsvSource({
        "SDQ*EA*92*0007*3*0012*2~,5 SDQ",
        "N1*ST*Store 7*92*0007~QTY*21*3*EA~N1*ST*Store 12*92*0012~QTY*21*2*EA~,7 N1",
        "N1*ST*Store 7*92*0007~QTY*21*3*EA~,6 QTY"
    })
    void aLineThatIsDividedAmongPlacesIsRefusedWithItsCure(String segments, String place) {
        refused(
                order("", segments),
                place,
                "The line is divided among places; send a line of its own for each, with its N1*ST and the quantity of"
                        + " that place");
    }

    private static void refused(X12Golden read, String place, String why) {
        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, line 1, segment " + place, why));
    }

    @Test
    void thePlaceOfALineSaysWhenTheWholeOfItIsWantedThere() {
        X12Golden read = order(
                "",
                "N1*ST*Store 7*92*0007~QTY*21*5*EA~DTM*063*20261231~SCH*5*EA***002*20261201~N1*MA*Mark~DTM*002*20261105~");

        assertThat(taken(read).lines().get(0).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void thePlaceOfALineIsKeptWhateverPartyIsNamedBehindIt() {
        X12Golden read = order("", "N1*ST*Store 7~N3*Kaai 7~N4*Gent**9000*BE~N1*MA*Mark for~N3*Elsewhere~");

        assertThat(taken(read).lines().get(0).shipTo().street()).isEqualTo("Kaai 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTM*002*20261201~SCH*5*EA***002*20261201~",
                "DTM*063*20261210~SCH*5*EA***002*20261201~",
                "DTM*002*20261201~SCH*5*EA***063*20261210~",
                "DTM*063*20261130~SCH*5*EA***010*20261201~",
                "DTM*010*20261201~SCH*5*EA***063*20261210~",
                "DTM*063*20261210~SCH*5*EA***063*20261201~",
                "DTM*106*20261210~SCH*5*EA***010*20261201~",
                "DTM*010*20261125~DTM*002*20261201~",
                "SCH*5*EA***010*20261125**002*20261201~",
                "SCH*5*EA***002*20261201*0900*001*20261231~",
                "SCH*5*EA***001*20261231**002*20261201*0900~",
                "DTM*002*20261201~SCH*5*EA***001*20261231~",
                "DTM*002*20261201~SCH*5*EA~"
            })
    void whatIsAskedForComesBeforeABoundAndTheDayOfTheDeliveryBeforeThatOfItsLine(String segments) {
        assertThat(taken(order("", segments)).lines().get(0).requestedDelivery())
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SCH*5*EA***067*20261201~", "SCH*5*EA***037*20261201**038*20261210~", "SCH*5*EA***064*20261201~"
            })
    void aWindowOrAScheduledDayOfADeliveryIsItsDayWhereNoOtherIsAskedFor(String segments) {
        assertThat(taken(order("", segments)).lines().get(0).requestedDelivery())
                .isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aDayAfterWhichADeliveryIsCancelledIsNotItsDay() {
        assertThat(taken(order("", "SCH*5*EA***001*20261231~")).lines().get(0).requestedDelivery())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"SCH*5*EA****20261201~,5", "SCH*5*EA***002*20261201***20261210~,8"})
    void aDayOfADeliveryThatDoesNotSayWhatItIsForIsNamed(String sch, int element) {
        assertThat(order("", sch).problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("MISSING_FIELD", "message 1, line 1, segment 5 SCH, element " + element));
    }

    @Test
    void anOrderThatIsWantedOnTwoDaysIsRefused() {
        X12Golden read = order("DTM*002*20261201~DTM*002*20261210~", "");

        assertThat(read.orders).isEmpty();
        assertThat(read.problems)
                .extracting(Problem::code, Problem::location, Problem::message)
                .containsExactly(tuple(
                        "UNSUPPORTED_VALUE",
                        "message 1, segment 4 DTM",
                        "The order is wanted in deliveries of its own; give every line its day instead"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTM*063*20261210~DTM*002*20261201~",
                "DTM*010*20261125~DTM*002*20261201~DTM*002*20261201~",
                "DTM*063*20261210~DTM*106*20261201~"
            })
    void theDayOfTheOrderIsTheOneThatIsAskedFor(String head) {
        assertThat(taken(order(head, "")).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aLineMayHaveAnotherDayThanItsOrder() {
        Order order = taken(order("DTM*002*20261210~", "DTM*002*20261201~"));

        assertThat(order.lines().get(0).requestedDelivery()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void whatIsCancelledMayBeWantedOnAnyDays() {
        String days = "DTM*002*20261201~DTM*002*20261210~";
        X12Golden read = set("PC", "860", "BCH*01*SA*X-1***20261121~" + days + "POC*1*CA*5**EA~" + days);

        assertThat(read.problems).isEmpty();
        assertThat(read.documents).hasSize(1).allMatch(OrderCancellation.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DI", "NC"})
    void aLineThatIsDeletedOrStaysMayBeWantedOnAnyDays(String change) {
        String days = "DTM*002*20261201~SCH*5*EA***002*20261210~";

        assertThat(set("PC", "860", "BCH*04*SA*X-1***20261121~POC*1*" + change + "*5**EA~" + days).problems)
                .isEmpty();
        assertThat(set("PC", "860", "BCH*04*SA*X-1***20261121~POC*1*CA*5**EA~" + days).problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "message 1, line 1, segment 5 SCH"));
    }

    private static Order taken(X12Golden read) {
        assertThat(read.problems).isEmpty();
        return read.orders.get(0);
    }

    /** An order of one line. @param head segments of the order @param line segments of the line */
    private static X12Golden order(String head, String line) {
        return set("PO", "850", "BEG*00*SA*X-1**20261121~" + head + "N1*BT*Amerco*92*AMERCO~" + LINE + line);
    }

    private static X12Golden set(String group, String type, String segments) {
        long count = segments.chars().filter(c -> c == '~').count() + 2;
        String text = "ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401"
                + "*000000101*0*P*>~GS*" + group + "*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*" + type + "*0001~"
                + segments + "SE*" + count + "*0001~GE*1*7~IEA*1*000000101~";
        return X12Golden.read(text.getBytes(StandardCharsets.US_ASCII));
    }
}
