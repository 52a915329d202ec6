package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Acknowledgement;
import org.koppel.document.Acknowledgement.Outcome;
import org.koppel.document.ServiceProfile;
import org.koppel.document.ServiceProfileRequest;
import org.koppel.shared.DocumentNumber;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class CxmlAnswersTest {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-05T08:00:00Z");
    /** The part of cXML 1.2 that answers use, in the order of its content models. */
    private static final String DTD = """
            <!ELEMENT cXML (Response)>
            <!ATTLIST cXML payloadID CDATA #REQUIRED timestamp CDATA #REQUIRED xml:lang CDATA #IMPLIED>
            <!ELEMENT Response (Status, ProfileResponse?)>
            <!ELEMENT Status (#PCDATA)>
            <!ATTLIST Status code CDATA #REQUIRED text CDATA #REQUIRED xml:lang CDATA #IMPLIED>
            <!ELEMENT ProfileResponse (Option*, Transaction+)>
            <!ATTLIST ProfileResponse effectiveDate CDATA #REQUIRED>
            <!ELEMENT Option (#PCDATA)>
            <!ELEMENT Transaction (URL, Option*)>
            <!ATTLIST Transaction requestName CDATA #REQUIRED>
            <!ELEMENT URL (#PCDATA)>
            """;

    private static Acknowledgement answer(Outcome outcome, String... details) {
        return new Acknowledgement(new DocumentNumber("a-1"), MONDAY, "1@buyer", outcome, List.of(details));
    }

    private static String written(Acknowledgement document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CxmlAcknowledgementWriter().write(document, FormatSettings.in("nl"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Parses and validates; a violation of the DTD fails the test. */
    private static Element root(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader(DTD)));
        builder.setErrorHandler(new Strict());
        Document document = builder.parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement();
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private static Element only(Element parent, String name) {
        assertThat(parent.getElementsByTagName(name).getLength()).isEqualTo(1);
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,200,OK",
        "INVALID,400,Bad Request",
        "UNAUTHENTICATED,401,Unauthorized",
        "MALFORMED,406,Not Acceptable",
        "CONFLICT,409,Conflict",
        "UNSUPPORTED,450,Not Implemented",
        "TOO_LARGE,499,Document Size Error",
        "THROTTLED,401,Unauthorized"
    })
    void everyOutcomeHasItsStatus(Outcome outcome, String code, String text) throws Exception {
        Element status = only(root(written(answer(outcome))), "Status");

        assertThat(status.getAttribute("code")).isEqualTo(code);
        assertThat(status.getAttribute("text")).isEqualTo(text);
    }

    @Test
    void theDetailsStandInTheStatusOnePerLine() throws Exception {
        Element status =
                only(root(written(answer(Outcome.INVALID, "line 1: <a> & \"b\"", "line 2: ö\u0001"))), "Status");

        assertThat(status.getTextContent()).isEqualTo("line 1: <a> & \"b\"\nline 2: ö\uFFFD");
    }

    @Test
    void theAnswerHasAnIdAndATimeWithNumericOffset() throws Exception {
        String xml = written(answer(Outcome.RECEIVED));

        assertThat(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(root(xml).getAttribute("payloadID")).isEqualTo("a-1@koppel");
        assertThat(root(xml).getAttribute("timestamp")).isEqualTo("2026-01-05T08:00:00+00:00");
        assertThat(root(xml).getAttribute("xml:lang")).isEqualTo("nl");
    }

    @Test
    void hostAndDtdVersionAreThePartnersChoice() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatSettings settings = new FormatSettings("fr", Map.of("host", "shop.example", "dtd", "1.2.056"));

        new CxmlAcknowledgementWriter().write(answer(Outcome.RECEIVED), settings, out);

        String xml = out.toString(StandardCharsets.UTF_8);
        assertThat(xml).contains("/cXML/1.2.056/cXML.dtd\"");
        assertThat(root(xml).getAttribute("payloadID")).isEqualTo("a-1@shop.example");
    }

    @Test
    void aDtdVersionThatIsNoneCannotForgeTheDoctype() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatSettings settings = new FormatSettings("fr", Map.of("dtd", "\" [<!ENTITY x 'y'>]>"));

        new CxmlAcknowledgementWriter().write(answer(Outcome.RECEIVED), settings, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("/cXML/1.2.014/cXML.dtd\">");
    }

    @Test
    void aProfileNamesEveryRequestWithItsAddress() throws Exception {
        ServiceProfile profile = new ServiceProfile(
                new DocumentNumber("a-2"),
                MONDAY,
                "1@buyer",
                MONDAY.minusDays(1),
                Map.of("ProfileRequest", "https://shop.example/cxml?a&b", "OrderRequest", "https://shop.example/cxml"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new CxmlServiceProfileWriter().write(profile, FormatSettings.DEFAULT, out);

        Element response = only(root(out.toString(StandardCharsets.UTF_8)), "ProfileResponse");
        assertThat(response.getAttribute("effectiveDate")).isEqualTo("2026-01-04T08:00:00+00:00");
        Element first = (Element) response.getElementsByTagName("Transaction").item(0);
        Element second = (Element) response.getElementsByTagName("Transaction").item(1);
        assertThat(first.getAttribute("requestName")).isEqualTo("OrderRequest");
        assertThat(first.getTextContent()).isEqualTo("https://shop.example/cxml");
        assertThat(second.getAttribute("requestName")).isEqualTo("ProfileRequest");
        assertThat(second.getTextContent()).isEqualTo("https://shop.example/cxml?a&b");
    }

    @Test
    void anEmptyProfileIsNotWritten() {
        ServiceProfile empty = new ServiceProfile(new DocumentNumber("a-3"), MONDAY, null, MONDAY, Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new CxmlServiceProfileWriter().write(empty, FormatSettings.DEFAULT, out))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("give the profile one");
        assertThat(out.size()).isZero();
    }

    @Test
    void aProfileRequestIsReadByItsPayloadId() throws Exception {
        String request = "<cXML payloadID='7@buyer'><Header/><Request><ProfileRequest/></Request></cXML>";
        List<ServiceProfileRequest> read = new ArrayList<>();

        new CxmlServiceProfileRequestReader()
                .read(
                        new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
                        FormatSettings.DEFAULT,
                        read::add);

        assertThat(read).containsExactly(new ServiceProfileRequest(new DocumentNumber("7@buyer")));
    }
}
