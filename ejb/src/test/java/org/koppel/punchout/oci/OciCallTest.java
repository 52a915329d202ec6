package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.punchout.FormField;

class OciCallTest {

    @Test
    void namesHaveNoCaseAndTheFormWins() {
        OciCall call = OciCall.of(
                List.of(field("Hook_Url", "https://query.example"), field("username", "q")),
                List.of(field("hook_url", "https://form.example")));
        assertThat(call.hookUrl()).contains("https://form.example");
        assertThat(call.username()).isEqualTo("q");
    }

    @Test
    void noSecretIsKeptOrShown() {
        OciCall call = OciCall.of(
                List.of(field("PassWord", "geheim"), field("SITEID", "GENT"), field("oldPassword2", "geheim")),
                List.of());
        assertThat(call.kept()).containsOnlyKeys("SITEID");
        assertThat(call.toString()).doesNotContain("geheim");
    }

    @Test
    void controlFieldsAreEchoedUnderTheirOwnNamesAndOnlyWhenSent() {
        OciCall call = OciCall.of(List.of(field("~okcode", "ADDI"), field("~CALLER", "CTLG")), List.of());
        assertThat(call.echoed()).containsExactly(field("~OkCode", "ADDI"), field("~CALLER", "CTLG"));
    }

    @ParameterizedTest
    @CsvSource({"_top, _top", "_PARENT, _parent", "javascript:x, _top", "frame7, _top", "_self, _self"})
    void theTargetIsOneOfHtmlsOwn(String asked, String target) {
        assertThat(OciCall.of(List.of(field("~TARGET", asked)), List.of()).target())
                .isEqualTo(target);
    }

    @Test
    void returntargetWinsOverItsPredecessor() {
        OciCall call = OciCall.of(List.of(field("~TARGET", "_top"), field("returntarget", "_parent")), List.of());
        assertThat(call.target()).isEqualTo("_parent");
    }

    @ParameterizedTest
    @CsvSource({"NL, nl", "N, nl", "fr_BE, fr", "D, de", "en-GB, en"})
    void languagesComeByIsoAndBySapsLetters(String said, String language) {
        assertThat(OciCall.of(List.of(field("sap-language", said)), List.of()).language())
                .contains(language);
    }

    @Test
    void anUnknownLanguageSaysNothing() {
        assertThat(OciCall.of(List.of(field("LANGUAGE", "PL")), List.of()).language())
                .isEmpty();
    }

    @Test
    void onlyADetailCallNamesAnArticle() {
        List<FormField> detail = List.of(field("function", "detail"), field("productid", "100001"));
        assertThat(OciCall.of(detail, List.of()).article()).contains("100001");
        assertThat(OciCall.of(List.of(field("PRODUCTID", "100001")), List.of()).article())
                .isEmpty();
    }

    private static FormField field(String name, String value) {
        return new FormField(name, value);
    }
}
