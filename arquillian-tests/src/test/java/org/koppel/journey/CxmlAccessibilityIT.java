package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Cookie;

/** The pages of a cart that comes back, and those of its agreement, judged by axe-core in each language. */
@EnabledIf("org.koppel.journey.Browser#isReal")
class CxmlAccessibilityIT {
    private static final URI HOME = URI.create("http://127.0.0.1:9/return");
    private static final String LINES =
            "<ItemOut quantity=\"2\"><ItemID><SupplierPartID>100001</SupplierPartID></ItemID>"
                    + "<ItemDetail><UnitPrice><Money currency=\"EUR\">0.01</Money></UnitPrice><UnitOfMeasure>EA</UnitOfMeasure>"
                    + "</ItemDetail></ItemOut><ItemOut quantity=\"1\"><ItemID><SupplierPartID>100002</SupplierPartID></ItemID>"
                    + "<ItemDetail><UnitOfMeasure>BX</UnitOfMeasure></ItemDetail></ItemOut><ItemOut quantity=\"1\"><ItemID>"
                    + "<SupplierPartID>no-such</SupplierPartID></ItemID></ItemOut>";

    private final Koppel koppel = Koppel.running();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void noPageOfACartThatComesBackHasASeriousFinding(String language) throws Exception {
        List<String> findings = new ArrayList<>();
        String lines = CxmlPunchOut.ofFormer(koppel, HOME, LINES);
        try (Browser browser = Browser.lookingAround()) {
            for (String operation : List.of("edit", "inspect")) {
                browser.go(URI.create(startPage(operation, language, lines)));
                assertThat(browser.see("html").getAttribute("lang")).isEqualTo(language);
                AccessibilityIT.judge(browser, operation, findings);
            }
            browser.go(URI.create(startPage("inspect", language, lines).replaceFirst("cart$", "transfer")));
            AccessibilityIT.judge(browser, "what is closed to who inspects", findings);
            browser.go(URI.create(startPage("edit", language, lines.replaceFirst("</ItemOut>.*", "</ItemOut>"))));
            browser.press("form[action$='/remove'] button").gone("form[action$='/remove']");
            AccessibilityIT.judge(browser, "emptied cart", findings);
            browser.go(koppel.address("/console/login"));
            browser.driver().manage().addCookie(new Cookie("koppel-language", language, "/console"));
            String[] session = new Console(koppel).cookie().split("=", 2);
            browser.driver().manage().addCookie(new Cookie(session[0], session[1], "/console"));
            for (String page : List.of("/console/dialects", "/console/cxml/zorggroep")) {
                browser.go(koppel.address(page));
                AccessibilityIT.judge(browser, page, findings);
            }
        }
        assertThat(findings).isEmpty();
    }

    private String startPage(String operation, String language, String lines) {
        String request = new CxmlPunchOut(koppel, "zorggroep", HOME)
                .operation(operation)
                .with(lines)
                .xml();
        return CxmlPunchOut.send(
                        koppel, request.replace("xml:lang=\"en\"><Header>", "xml:lang=\"" + language + "\"><Header>"))
                .startPage();
    }
}
