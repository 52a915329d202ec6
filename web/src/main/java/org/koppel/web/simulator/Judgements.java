package org.koppel.web.simulator;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.punchout.FormField;
import org.koppel.punchout.oci.Dialect;
import org.koppel.web.simulator.judge.CxmlCase;
import org.koppel.web.simulator.judge.CxmlJudge;
import org.koppel.web.simulator.judge.Finding;
import org.koppel.web.simulator.judge.IdsJudge;
import org.koppel.web.simulator.judge.OciAgreement;
import org.koppel.web.simulator.judge.OciCase;
import org.koppel.web.simulator.judge.OciJudge;
import org.koppel.web.simulator.judge.PeppolJudge;
import org.koppel.web.simulator.judge.XmlCase;

/**
 * Holds what came home against the rules, and reads its lines, each by the protocol of the buyer's system.
 *
 * @param request as it was sent
 * @param dialect the customer's own
 */
public record Judgements(BuyerSystem system, Operation operation, Coupling who, String request, Dialect dialect) {
    private static final Set<String> CONTROL = Set.of("~OkCode", "~TARGET", "~CALLER");
    private static final Set<String> REFERENCES = Set.of("SESSION", "BUYER_REFERENCE", "CONTRACT");

    /** @param today at the buyer's */
    public List<Finding> of(List<FormField> returned, LocalDate today) {
        return switch (system.protocol()) {
            case OCI -> OciJudge.judge(OciCase.of(returned, agreement(), echo(), asked()));
            case CXML -> CxmlJudge.judge(CxmlCase.of(returned, request, system.id()));
            case IDS -> IdsJudge.judge(XmlCase.of(returned, "warenkorb", List.of(), sent("warenkorb")));
            case PEPPOL -> PeppolJudge.judge(XmlCase.of(returned, cartField(), references(), ""), today);
        };
    }

    public List<ReturnedLine> lines(List<FormField> returned) {
        return switch (system.protocol()) {
            case OCI -> ReturnedCarts.oci(returned, unitsBack(), agreement().separator());
            case CXML -> ReturnedCarts.cxml(returned);
            case IDS -> ReturnedCarts.ids(returned);
            case PEPPOL -> ReturnedCarts.peppol(returned, cartField());
        };
    }

    private String cartField() {
        return who.peppolField() == null ? "catalogue" : who.peppolField();
    }

    private OciAgreement agreement() {
        Map<String, Integer> lengths = dialect.fields().stream()
                .filter(f -> f.length() != null)
                .collect(Collectors.toMap(f -> f.name(), f -> f.length(), (a, b) -> b));
        return new OciAgreement(
                dialect.version(),
                dialect.numbers().separator(),
                lengths,
                Set.copyOf(dialect.units().values()),
                dialect.xml() != null);
    }

    private Map<String, String> unitsBack() {
        return dialect.units().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
    }

    /** What OCI hands back: the control fields, and the query of the return address. */
    private List<FormField> echo() {
        List<FormField> echo = new ArrayList<>();
        for (FormField field : FormBody.read(request)) {
            if (CONTROL.contains(field.name())) {
                echo.add(field);
            } else if (field.value().contains("/console/simulator/")) {
                String query = URI.create(field.value()).getRawQuery();
                echo.addAll(FormBody.read(query == null ? "" : query));
            }
        }
        return echo;
    }

    private List<FormField> references() {
        return FormBody.read(request).stream()
                .filter(f -> REFERENCES.contains(f.name()))
                .toList();
    }

    private Set<String> asked() {
        String product = dialect.parameters().getOrDefault("PRODUCTID", "PRODUCTID");
        return operation == Operation.VALIDATE
                ? FormBody.read(request).stream()
                        .filter(f -> f.name().equals(product) || f.name().startsWith(product + "["))
                        .map(FormField::value)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private String sent(String field) {
        return FormBody.read(request).stream()
                .filter(f -> f.name().equals(field))
                .map(FormField::value)
                .findFirst()
                .orElse("");
    }
}
