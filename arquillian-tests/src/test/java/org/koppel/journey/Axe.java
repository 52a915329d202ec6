package org.koppel.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.JavascriptExecutor;

/** axe-core: judges the page in a browser by the rules of WCAG 2.2 A and AA that a machine can check. */
final class Axe {
    private static final String SCRIPT = script();
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** The rules of those levels that look at colours. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: {type: arguments[0], values: arguments[1]},
                rules: Object.fromEntries(arguments[2].map(rule => [rule, {enabled: false}])), resultTypes: ['violations'], iframes: false, preload: false}).then(
                result => done(result.violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .map(v => v.id + ' (' + v.impact + '): ' + v.help + ' at '
                        + v.nodes.slice(0, 4).map(n => n.target.join(' ')).join(' | '))),
                error => done(['axe failed: ' + error]));
            """;

    private Axe() {}

    /** What is seriously wrong with the page, rule by rule with the places; empty when nothing is. */
    static List<String> seriousFindings(JavascriptExecutor page) {
        return run(page, "tag", LEVELS, List.of());
    }

    /** The same by the rules about colours only: for another look of a page that was judged whole, as nothing else differs. */
    static List<String> seriousFindingsOfColour(JavascriptExecutor page) {
        return run(page, "rule", COLOURS, List.of());
    }

    /** The same without the rules about colours: for a page that was judged whole with other words. */
    static List<String> seriousFindingsOfWords(JavascriptExecutor page) {
        return run(page, "tag", LEVELS, COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(JavascriptExecutor page, String kind, List<String> names, List<String> without) {
        if (!Boolean.TRUE.equals(page.executeScript("return 'axe' in window"))) {
            page.executeScript(SCRIPT);
        }
        return (List<String>) page.executeAsyncScript(RUN, kind, names, without);
    }

    /** How wide the page is drawn and how wide the window is, in CSS pixels. */
    @SuppressWarnings("unchecked")
    static boolean scrollsSideways(JavascriptExecutor page) {
        Map<String, Number> width = (Map<String, Number>) page.executeScript("return {page:"
                + " document.documentElement.scrollWidth, window: document.documentElement.clientWidth}");
        return width.get("page").intValue() > width.get("window").intValue();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
