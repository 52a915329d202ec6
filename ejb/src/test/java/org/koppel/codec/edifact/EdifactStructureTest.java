package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiCursor;
import org.koppel.codec.EdiFault;
import org.koppel.codec.EdiSegment;

/** What the check by a message's description finds, segment by segment. */
class EdifactStructureTest {
    private static final String HEAD = "BGM+220+E-1'DTM+137:20261121:102'NAD+BY+5412345000013::9'";
    private static final String LINE = "LIN+1++4012345678901:EN'QTY+21:5'";
    private static final String ADVICE = "UNA:+.? '";

    @Test
    void groupsInTheirOrderAreWithoutFault() throws Exception {
        assertThat(faults(HEAD + "CTA+PD+:Jan'COM+32 2 1:TE'TDT+20'LOC+7+X'" + LINE + LINE + "UNS+S'"))
                .isEmpty();
    }

    @Test
    void everySegmentIsToldItsGroup() throws Exception {
        assertThat(groups(HEAD + "RFF+VA:BE1'CTA+PD+:Jan'" + LINE + "PRI+AAA:2'RFF+CT:1'LIN+2'UNS+S'"))
                .containsExactly(
                        "UNB ",
                        "UNH ",
                        "BGM ",
                        "DTM ",
                        "NAD SG-NAD",
                        "RFF SG-NADRFF",
                        "CTA SG-NADCTA",
                        "LIN SG-LIN",
                        "QTY SG-LIN",
                        "PRI SG-PRI",
                        "RFF SG-LINRFF",
                        "LIN SG-LIN",
                        "UNS ",
                        "UNT ",
                        "UNZ ");
    }

    @Test
    void aSegmentInTheWrongPlaceIsNamedAndTheRestIsPlacedAsIfItWereNotThere() throws Exception {
        assertThat(faults(HEAD + LINE + "BGM+220+E-2'PRI+AAA:2'UNS+S'"))
                .containsExactly("SEGMENT_UNEXPECTED segment 7 BGM");
    }

    @Test
    void aSegmentThatComesAfterItsPlaceIsCheckedForWhatItSays() throws Exception {
        assertThat(faults(HEAD + LINE + "PIA'UNS+S'"))
                .containsExactly(
                        "SEGMENT_UNEXPECTED segment 7 PIA",
                        "ELEMENT_MISSING segment 7 PIA, element 1",
                        "ELEMENT_MISSING segment 7 PIA, element 2");
    }

    @Test
    void whatHadToComeIsNamedWhereSomethingElseCame() throws Exception {
        assertThat(faults("BGM+220+E-1'NAD+BY+5412345000013::9'" + LINE))
                .containsExactly("SEGMENT_MISSING segment 3 DTM", "SEGMENT_MISSING segment 6 UNS");
    }

    @Test
    void aSegmentAndAGroupThatComeTooOftenAreNamedEachTime() throws Exception {
        assertThat(faults(HEAD + "TOD+3'LOC+1+A'LOC+1+B'LOC+1+C'ALC+A'QTY+1:1'QTY+1:1'" + LINE + "UNS+S'"))
                .containsExactly("SEGMENT_TOO_OFTEN segment 8 LOC", "SEGMENT_TOO_OFTEN segment 11 QTY");
    }

    @Test
    void aComponentThatIsMissingAtTheEndOfItsCompositeIsNamed() throws Exception {
        assertThat(faults(HEAD + "LIN+1'QTY+21'UNS+S'"))
                .containsExactly("ELEMENT_MISSING segment 6 QTY, element 1, component 2");
    }

    @Test
    void moreElementsComponentsAndComponentsOfASimpleElementAreNamed() throws Exception {
        assertThat(faults(HEAD + "LIN+1+2:3'QTY+21:5:PCE:1+X'UNS+S'"))
                .containsExactly(
                        "ELEMENT_UNEXPECTED segment 5 LIN, element 2, component 1",
                        "ELEMENT_UNEXPECTED segment 5 LIN, element 2, component 2",
                        "ELEMENT_UNEXPECTED segment 6 QTY, element 1, component 4",
                        "ELEMENT_UNEXPECTED segment 6 QTY, element 2");
    }

    @Test
    void anElementThatIsPassedOverTakesAnything() throws Exception {
        assertThat(faults(HEAD + "TDT+20+a:b:c:d:e:f:g:h:i:j:k+" + "x".repeat(3000) + "'" + LINE + "UNS+S'"))
                .isEmpty();
    }

    @Test
    void whatStandsAroundMessagesOfAnotherStandardIsASegmentLikeAnyOther() throws Exception {
        assertThat(faults(HEAD + "GE+1'" + LINE + "UNA+x'ST+850+1'DTM+2:20261201:102'UNS+S'"))
                .containsExactly(
                        "SEGMENT_UNEXPECTED segment 5 GE",
                        "SEGMENT_UNEXPECTED segment 8 UNA",
                        "SEGMENT_UNEXPECTED segment 9 ST");
    }

    @Test
    void aMessageThatGoesOnIntoTheTrailerOfTheInterchangeIsMissingItsOwn() throws Exception {
        String whole = interchange(ADVICE, "UNOC:3", HEAD + LINE + "UNS+S'");

        assertThat(faults(whole.replaceFirst("UNT[^']*'", ""))).contains("SEGMENT_MISSING segment 8 UNT");
    }

    @Test
    void theDecimalMarkIsTheOneOfUnaAndEitherWhereNobodySaysOne() throws Exception {
        String body = HEAD + "LIN+1'QTY+21:2,5'LIN+2'QTY+21:2.5'UNS+S'";

        assertThat(faults(interchange(ADVICE, "UNOC:3", body)))
                .containsExactly("BAD_CHARACTER segment 6 QTY, element 1, component 2");
        assertThat(faults(interchange("UNA:+,? '", "UNOC:3", body)))
                .containsExactly("BAD_CHARACTER segment 8 QTY, element 1, component 2");
        assertThat(faults(interchange("", "UNOC:3", body))).isEmpty();
        assertThat(faults(interchange("UNA:+.?*'", "UNOC:4", body))).isEmpty();
    }

    @Test
    void signsMarksAndExponentsDoNotCountAsLength() throws Exception {
        String digits = "1".repeat(15);

        assertThat(faults(HEAD + "LIN+1'QTY+21:-" + digits.substring(1) + ".1'UNS+S'"))
                .isEmpty();
        assertThat(faults(HEAD + "LIN+1'QTY+21:" + digits + ".1'UNS+S'"))
                .containsExactly("TOO_LONG segment 6 QTY, element 1, component 2");
    }

    private static List<String> faults(String interchangeOrBody) throws DocumentException, IOException {
        List<String> found = new ArrayList<>();
        EdiCursor cursor = open(interchangeOrBody);
        while (cursor.next() != null) {
            for (EdiFault fault : cursor.takeFaults()) {
                found.add(fault.kind() + " " + fault.place());
            }
        }
        return found;
    }

    private static List<String> groups(String body) throws DocumentException, IOException {
        List<String> found = new ArrayList<>();
        EdiCursor cursor = open(body);
        for (EdiSegment segment = cursor.next(); segment != null; segment = cursor.next()) {
            found.add(segment.tag() + ' ' + segment.loop());
        }
        return found;
    }

    private static EdiCursor open(String interchangeOrBody) throws DocumentException, IOException {
        String whole = interchangeOrBody.startsWith("UN")
                ? interchangeOrBody
                : interchange(ADVICE, "UNOC:3", interchangeOrBody);
        return EdifactStream.open(
                new ByteArrayInputStream(whole.getBytes(StandardCharsets.ISO_8859_1)), Edifact.Messages::of);
    }

    private static String interchange(String advice, String syntax, String body) {
        long segments = body.chars().filter(c -> c == '\'').count() + 2;
        return advice + "UNB+" + syntax + "+5412345000013:14+8712345000004:14+" + (syntax.endsWith("4") ? "20" : "")
                + "261121:1000+1'" + "UNH+1+ORDERS:D:96A:UN:EAN008'" + body + "UNT+" + segments + "+1'UNZ+1+1'";
    }
}
