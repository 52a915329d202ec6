package org.koppel.transport.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @Test
    void rowsBecomeLinesAndCellsStayApart() {
        String html = "<table><tr><td>100001</td><td>2</td></tr>\n<tr><td>100002</td><td>3</td></tr></table>";

        assertThat(PlainText.of(html)).isEqualTo("100001  2\r\n100002  3");
    }

    @Test
    void whatABrowserHidesIsLeftOut() {
        String html =
                "<html><head><title>t</title></head><!-- <p>no</p> --><style>p{}</style><script>x()</script><p>yes</p></html>";

        assertThat(PlainText.of(html)).isEqualTo("yes");
    }

    @Test
    void wordsAreNotTornApartByEmphasis() {
        assertThat(PlainText.of("<p>4<b>7</b>11  is   taken</p><p>once</p>")).isEqualTo("4711 is taken\r\nonce");
    }

    @ParameterizedTest
    @CsvSource({
        "a &amp;lt; b,a &lt; b",
        "1 &lt; 2,1 < 2",
        "&#8364;&#x20AC;&euro;,€€€",
        "&unknown;,&unknown;",
        "a&nbsp;b,a b",
        "5 < 6,5 < 6"
    })
    void entitiesAreReadOnce(String html, String text) {
        assertThat(PlainText.of("<p>" + html + "</p>")).isEqualTo(text);
    }
}
