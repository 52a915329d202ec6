package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.koppel.web.simulator.BuyerSystems;
import org.koppel.web.simulator.Operation;
import org.koppel.web.simulator.judge.CxmlAnswer;
import org.koppel.web.simulator.judge.CxmlCase;
import org.koppel.web.simulator.judge.CxmlJudge;
import org.koppel.web.simulator.judge.Finding;
import org.koppel.web.simulator.judge.IdsJudge;
import org.koppel.web.simulator.judge.OciAgreement;
import org.koppel.web.simulator.judge.OciCase;
import org.koppel.web.simulator.judge.OciJudge;
import org.koppel.web.simulator.judge.PeppolJudge;
import org.koppel.web.simulator.judge.XmlCase;
import org.koppel.web.view.Texts;

class SimulatorTextsTest {

    /** Every rule there is: each speaks up about a form without fields. */
    private static Stream<Finding> everyRule() {
        XmlCase empty = XmlCase.of(List.of(), "x", List.of(), "");
        Stream<Finding> forms = Stream.of(
                        OciJudge.judge(OciCase.of(List.of(), OciAgreement.PLAIN, List.of(), Set.of())),
                        IdsJudge.judge(empty),
                        PeppolJudge.judge(empty, LocalDate.of(2026, 1, 5)),
                        CxmlAnswer.of("").findings())
                .flatMap(List::stream);
        Stream<Finding> documents =
                BuyerSystems.all().stream().flatMap(s -> CxmlJudge.judge(CxmlCase.of(List.of(), "", s.id())).stream());
        return Stream.concat(forms, documents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "de", "en"})
    void everyRuleAndEveryOperationHasWordsInEveryLanguage(String language) {
        Texts texts = Texts.of("console", language);

        assertThat(everyRule())
                .hasSizeGreaterThan(100)
                .allSatisfy(f -> assertThat(
                                texts.get("rule." + f.rule(), f.arguments().toArray()))
                        .doesNotContain("[rule", "{"));
        assertThat(Operation.values())
                .allSatisfy(o -> assertThat(texts.get("simop." + o)).doesNotStartWith("["));
        for (RoundTrip.State state : RoundTrip.State.values()) {
            assertThat(texts.get("waystate." + state)).doesNotStartWith("[");
        }
    }
}
