package org.koppel.web.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.MessageDetail;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.Simulation;
import org.koppel.punchout.FormField;
import org.koppel.web.simulator.BuyerSystem;
import org.koppel.web.simulator.Operation;
import org.koppel.web.simulator.ReturnedLine;
import org.koppel.web.simulator.judge.Finding;
import org.koppel.web.simulator.judge.Verdict;

/**
 * All that a simulation's page shows. {@code message} and {@code order} are null before the order; {@code answerFindings} judge
 * the answer to the request, {@code findings} what came home; {@code live}: more will come by itself.
 */
public record SimulationView(
        Simulation run,
        BuyerSystem system,
        Operation operation,
        Coupling who,
        boolean asksPassword,
        boolean live,
        List<FormField> requestFields,
        String request,
        List<Finding> answerFindings,
        List<FormField> returnedFields,
        String returned,
        List<ReturnedLine> lines,
        List<Finding> findings,
        MessageDetail message,
        OrderDetail order,
        Map<String, List<String>> formats,
        List<RoundTrip.Step> steps,
        String refusal,
        String cure) {

    public long count(String verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == Verdict.valueOf(verdict))
                .count();
    }

    /** Findings of one verdict. */
    public List<Finding> only(String verdict) {
        return findings.stream()
                .filter(f -> f.verdict() == Verdict.valueOf(verdict))
                .toList();
    }

    /** Whether the shop is to be opened from the page. */
    public boolean beforeReturn() {
        return run.returnedAt() == null;
    }

    public boolean canOrder() {
        return !lines.isEmpty()
                && run.orderMessage() == null
                && operation.opensShop()
                && operation != Operation.INSPECT;
    }

    /** What Koppel answered to the order. */
    public List<DocumentRow> answers() {
        return order == null
                ? List.of()
                : order.documents().stream()
                        .filter(d -> d.direction().equals("OUT"))
                        .toList();
    }

    /** Another one as soon as there is something new to see. */
    public String version() {
        List<String> deliveries = order == null
                ? List.of()
                : order.deliveries().stream()
                        .map(d -> d.status() + d.attempts())
                        .toList();
        String state = message == null ? "" : message.row().status();
        String answered = order == null ? "" : order.row().status() + answers().size();
        return Integer.toHexString(Objects.hash(run, live, state, answered, deliveries));
    }
}
