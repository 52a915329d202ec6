package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.fuzz.Fuzzed;
import org.koppel.punchout.FormField;

/** The form of an OCI call and the parameters of its functions: refused by name or harmless, whatever they say. */
class OciCallFuzz {
    private static final Dialect GENERIC = Profiles.byName(Profiles.GENERIC);

    static Stream<byte[]> seeds() {
        return Fuzzed.seeds(
                "USERNAME=u&PASSWORD=geheim&HOOK_URL=https://b.example/?a=1&~OkCode=ADDI&~TARGET=_top&~CALLER=CTLG",
                "FUNCTION=VALIDATE&PRODUCTID[1]=100001&QUANTITY[1]=2,5&PRODUCTID[2]=100002&sap-language=N",
                "function=detail&PRODUCTID=A/1 <b>\"&LANGUAGE=fr&http_content_charset=windows-1252",
                "FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=kabel&returntarget=_parent&fname=A&lname=B",
                "FUNCTION=DOWNLOADJSON&LASTUPDATED=21112026080000&REQUESTEDPAGE=2&PAGESIZE=500&TRANSACTIONID=7");
    }

    @MethodSource("seeds")
    @FuzzTest
    void calls(byte[] form) {
        List<FormField> fields = Fuzzed.fields(form);
        OciCall call = OciCall.of(List.of(), fields).spelt(GENERIC.parameters());

        assertThat(call.place()).matches("((articles/|search\\?q=)[A-Za-z0-9%._~*-]*)?");
        assertThat(call.target()).isIn("_top", "_parent", "_self", "_blank");
        call.language().ifPresent(l -> assertThat(l).isIn("nl", "fr", "de", "en"));
        assertThat(call.echoed()).allMatch(f -> f.name().matches("~[A-Za-z]+"));
        call.kept().forEach((name, value) -> {
            assertThat(name.toLowerCase(Locale.ROOT))
                    .isNotIn("hook_url", "username")
                    .doesNotContain("password", "secret");
            assertThat(value).hasSizeLessThanOrEqualTo(500).matches(Fuzzed::isWellFormed);
        });
        assertThat(call.kept()).hasSizeLessThanOrEqualTo(60);
        assertThat(OciText.charset(call.value("http_content_charset").orElse(null))
                        .canEncode())
                .isTrue();
        functions(call);
        handedBack(call);
    }

    private static void functions(OciCall call) {
        assertThat(call.indexed("PRODUCTID").keySet()).allMatch(i -> i >= 0 && i <= 9999);
        for (Map.Entry<Integer, String> said : call.indexed("QUANTITY").entrySet()) {
            try {
                assertThat(OciFunctions.quantity(said.getValue())).isBetween(new BigDecimal("0.001"), MOST);
            } catch (OciRefusedException e) {
                assertThat(e.reason()).isEqualTo(OciRefusedException.Reason.PARAMETER_UNREADABLE);
            }
        }
        for (String name : List.of("REQUESTEDPAGE", "PAGESIZE", "TRANSACTIONID")) {
            try {
                assertThat(Downloads.number(call, name, 0)).isBetween(0L, 999_999_999_999L);
            } catch (OciRefusedException e) {
                assertThat(e.reason()).isEqualTo(OciRefusedException.Reason.PARAMETER_UNREADABLE);
            }
        }
        try {
            assertThat(Downloads.moment(call))
                    .satisfiesAnyOf(
                            m -> assertThat(m).isNull(),
                            m -> assertThat(m.getYear()).isBetween(-9999, 9999));
        } catch (OciRefusedException e) {
            assertThat(e.reason()).isEqualTo(OciRefusedException.Reason.PARAMETER_UNREADABLE);
        }
    }

    private static final BigDecimal MOST = new BigDecimal("99999999999.999");

    /** What goes back fits the charset that was asked for, and never becomes a question mark. */
    private static void handedBack(OciCall call) {
        OciText text =
                new OciText(OciText.charset(call.value("http_content_charset").orElse(null)));
        for (FormField field : call.echoed()) {
            String back = text.handedThrough(field.value());
            assertThat(text.charset().newEncoder().canEncode(back)).isTrue();
            assertThat(text.line(field.value(), 40))
                    .hasSizeLessThanOrEqualTo(40)
                    .doesNotContainPattern("[\\r\\n\\t]");
            assertThat(back.chars().filter(c -> c == '?').count())
                    .isEqualTo(field.value().chars().filter(c -> c == '?').count());
        }
    }
}
