package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The supplier's operator agrees with a customer how its system speaks cXML, and the next visit does so. */
class CxmlAgreementIT {
    private static final String PAGE = "/console/cxml/ediplus";

    private final Koppel koppel = Koppel.running();
    private final Console console = new Console(koppel);

    @Test
    void whatIsAgreedHoldsFromTheNextVisitOn() {
        Map<String, String> agreed = agreement();
        agreed.put("fieldName", "cXML-base64");
        agreed.put("operationAllowed", "inspect");
        agreed.put("setupDtd", "1.2.033");

        HttpResponse<String> saved = save(agreed);

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(console.page(PAGE)).contains("value=\"cXML-base64\"", "value=\"1.2.033\"");
        assertThat(console.page("/console/dialects")).contains(PAGE);
        CxmlPunchOut.Answer answer = punchOut().ask();
        assertThat(answer.xml()).contains("/1.2.033/cXML.dtd");
        Craftsman visit = new Craftsman(koppel, URI.create(answer.startPage()).getPath());
        assertThat(visit.cancel().fields()).containsOnlyKeys("cXML-base64");
        assertThat(punchOut().operation("edit").ask().code()).isEqualTo("450");
    }

    @Test
    void whatCannotBeAgreedIsSaidFieldByFieldAndNotKept() {
        Map<String, String> wrong = agreement();
        wrong.put("dtd", "<2>");
        wrong.put("echo", "Plant, UserEmail");

        HttpResponse<String> answer = save(wrong);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("looks like 1.2.014", "At most 20 Extrinsics")
                .doesNotContain("<2>");
        assertThat(console.page(PAGE)).doesNotContain("&lt;2&gt;");
    }

    private CxmlPunchOut punchOut() {
        return new CxmlPunchOut(koppel, "ediplus", URI.create("http://127.0.0.1:9/return"));
    }

    private static Map<String, String> agreement() {
        Map<String, String> agreed = new LinkedHashMap<>();
        agreed.put("fieldName", "cxml-urlencoded");
        agreed.put("dtd", "1.2.014");
        agreed.put("setupDtd", "1.2.014");
        agreed.put("scheme", "UNSPSC");
        agreed.put("operationAllowed", "edit");
        agreed.put("echo", "");
        return agreed;
    }

    private HttpResponse<String> save(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return koppel.send(koppel.request(PAGE)
                .header("Cookie", console.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
