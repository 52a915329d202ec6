package org.koppel.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koppel.operations.Content;
import org.koppel.operations.Couplings;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.operations.DocumentFormats;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.MessageDetail;
import org.koppel.operations.MessageQueries;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.OrderQueries;
import org.koppel.operations.Simulation;
import org.koppel.punchout.FormField;
import org.koppel.punchout.oci.Dialects;
import org.koppel.shared.PartyId;
import org.koppel.web.simulator.BuyerSystem;
import org.koppel.web.simulator.BuyerSystems;
import org.koppel.web.simulator.Entrances;
import org.koppel.web.simulator.FormBody;
import org.koppel.web.simulator.Judgements;
import org.koppel.web.simulator.Operation;
import org.koppel.web.simulator.Protocol;
import org.koppel.web.simulator.ReturnedLine;
import org.koppel.web.simulator.judge.CxmlAnswer;
import org.koppel.web.simulator.judge.Finding;
import org.koppel.web.view.Texts;

/** Gathers what a simulation's page shows. */
@ApplicationScoped
public class SimulationViews {
    /** How long a page goes on asking: an order that a person has to confirm may take days. */
    private static final Duration ASKED_FOR = Duration.ofMinutes(10);

    private static final Duration VISITED_FOR = Duration.ofHours(1);
    private static final List<String> ENDED = List.of("DELIVERED", "PARKED");
    private static final List<String> REFUSED = List.of("REJECTED", "CONFLICT", "FAILED");

    @Inject
    private Couplings couplings;

    @Inject
    private Entrances entrances;

    @Inject
    private Dialects dialects;

    @Inject
    private MessageQueries messages;

    @Inject
    private OrderQueries orders;

    @Inject
    private DocumentFormats formats;

    @Inject
    private Clock clock;

    static BuyerSystem system(Simulation run) {
        return BuyerSystems.byId(run.system()).orElseThrow(NotFoundException::new);
    }

    Coupling coupling(Simulation run) {
        return couplings.all().stream()
                .filter(c -> c.customer().equals(run.customer()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The lines of the cart that came home. */
    List<ReturnedLine> lines(Simulation run) {
        return run.returned() == null ? List.of() : judgements(run).lines(FormBody.read(run.returned()));
    }

    private Judgements judgements(Simulation run) {
        return new Judgements(
                system(run),
                Operation.valueOf(run.operation()),
                coupling(run),
                run.request(),
                dialects.of(new PartyId(run.customer())));
    }

    SimulationView of(Simulation run, Texts texts) {
        BuyerSystem system = system(run);
        Operation operation = Operation.valueOf(run.operation());
        List<FormField> returned = run.returned() == null ? List.of() : FormBody.read(run.returned());
        Judgements judgements = judgements(run);
        List<Finding> findings = run.returned() == null ? List.of() : judgements.of(returned, LocalDate.now(clock));
        MessageDetail message = Optional.ofNullable(run.orderMessage())
                .flatMap(id -> messages.byId(id, Optional.empty()))
                .orElse(null);
        OrderDetail order = order(message);
        return new SimulationView(
                run,
                system,
                operation,
                coupling(run),
                entrances.asksForPassword(system, run.customer()),
                isLive(run, message, order),
                system.protocol() == Protocol.CXML ? List.of() : FormBody.read(run.request()),
                raw(
                        system.protocol() == Protocol.CXML
                                ? run.request()
                                : run.request().replace("&", "&\n")),
                answerFindings(run),
                returned,
                document(returned),
                judgements.lines(returned),
                findings,
                message,
                order,
                order == null ? Map.of() : formats(order),
                steps(run, system, operation, order, findings),
                refusal(run, texts, ""),
                refusal(run, texts, ".cure"));
    }

    private static List<Finding> answerFindings(Simulation run) {
        return run.answer() != null && run.answer().startsWith("<")
                ? CxmlAnswer.of(run.answer()).findings()
                : List.of();
    }

    private List<RoundTrip.Step> steps(
            Simulation run, BuyerSystem system, Operation operation, OrderDetail order, List<Finding> findings) {
        long failures = findings.stream().filter(Finding::failed).count();
        return RoundTrip.of(
                run, system, operation, order, failures, coupling(run).confirmations());
    }

    private OrderDetail order(MessageDetail message) {
        Optional<UUID> id = message == null
                ? Optional.empty()
                : message.documents().stream()
                        .map(DocumentRow::order)
                        .filter(Objects::nonNull)
                        .findFirst();
        return id.flatMap(o -> orders.byId(o, Optional.empty())).orElse(null);
    }

    private Map<String, List<String>> formats(OrderDetail order) {
        return order.documents().stream()
                .map(DocumentRow::type)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), formats::of));
    }

    private boolean isLive(Simulation run, MessageDetail message, OrderDetail order) {
        boolean awaited = run.returnedAt() == null && run.refused() == null && isFresh(run.createdAt(), VISITED_FOR);
        boolean fresh = run.orderedAt() != null && isFresh(run.orderedAt(), ASKED_FOR);
        boolean done = order != null
                && !order.deliveries().isEmpty()
                && order.deliveries().stream().allMatch(d -> ENDED.contains(d.status()));
        boolean refused = message != null && REFUSED.contains(message.row().status());
        return awaited || fresh && message != null && !done && !refused;
    }

    private boolean isFresh(Instant since, Duration time) {
        return since.plus(time).isAfter(clock.instant());
    }

    private static String refusal(Simulation run, Texts texts, String part) {
        if (run.refused() == null) {
            return "";
        }
        boolean shops = run.refused().startsWith("refused.") || run.refused().startsWith("ids.");
        return (shops ? Texts.of("shop", texts.language()) : texts).get(run.refused() + part);
    }

    /** The XML that came in one of the fields, or all fields as they were posted. */
    private static String document(List<FormField> returned) {
        return returned.stream()
                .map(FormField::value)
                .filter(v ->
                        v.stripLeading().startsWith("<?xml") || v.stripLeading().startsWith("<cXML"))
                .findFirst()
                .map(SimulationViews::raw)
                .orElseGet(() -> raw(FormBody.write(returned).replace("&", "&\n")));
    }

    /** With shared secrets covered, as everywhere in the console. */
    static String raw(String text) {
        return RawView.of(new Content("text/plain; charset=UTF-8", "", text.getBytes(StandardCharsets.UTF_8)))
                .text();
    }
}
