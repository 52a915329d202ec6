package org.koppel.web.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koppel.operations.DeliveryRow;
import org.koppel.operations.DocumentRow;
import org.koppel.operations.OrderDetail;
import org.koppel.operations.Simulation;
import org.koppel.web.simulator.BuyerSystem;
import org.koppel.web.simulator.Operation;
import org.koppel.web.simulator.Protocol;

/** The way of this coupling there and back, step by step, as it was agreed with this customer and as far as it has come. */
public final class RoundTrip {
    /** Units of the picture from one step to the next. */
    public static final int STEP = 46;

    private RoundTrip() {}

    /** How far a step is. */
    public enum State {
        DONE,
        NOW,
        TODO,
        FAILED
    }

    /**
     * One step. {@code key} is of its words, {@code detail} what travels; {@code home}: from the supplier to the buyer, null: neither
     * way; {@code at} is null until it happened.
     */
    public record Step(int number, String key, String detail, Boolean home, State state, Instant at) {

        public int y() {
            return 40 + number * STEP;
        }

        /** For CSS. */
        public String tone() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param order null: none yet; @param failures rules that are broken
     * @param channels by which confirmations go to the customer; may be null
     */
    static List<Step> of(
            Simulation run,
            BuyerSystem system,
            Operation operation,
            OrderDetail order,
            long failures,
            String channels) {
        List<Draft> drafts = new ArrayList<>();
        boolean refused = run.refused() != null;
        drafts.add(new Draft(
                "request",
                system.protocol().title() + " " + system.protocol().entrance(),
                false,
                run.sentAt(),
                refused));
        if (operation.opensShop()) {
            drafts.add(new Draft("shop", "", null, run.returnedAt(), false));
        }
        drafts.add(new Draft("home", form(system.protocol()), true, run.returnedAt(), false));
        drafts.add(new Draft("judged", "", null, run.returnedAt(), failures > 0));
        if (operation.opensShop() && operation != Operation.INSPECT) {
            drafts.addAll(order(run, order, channels));
        }
        return steps(drafts);
    }

    private static List<Draft> order(Simulation run, OrderDetail order, String channels) {
        boolean unsent = run.orderedAt() != null && run.orderMessage() == null;
        return List.of(
                new Draft("order", "cXML OrderRequest", false, run.orderedAt(), unsent),
                new Draft("answered", "", null, answered(order), false),
                new Draft("confirmed", channels == null ? "" : channels, true, delivered(order), parked(order)));
    }

    private record Draft(String key, String detail, Boolean home, Instant at, boolean failed) {}

    /** The first step that has not happened is the one that is waited for. */
    private static List<Step> steps(List<Draft> drafts) {
        List<Step> steps = new ArrayList<>();
        boolean waiting = false;
        for (Draft d : drafts) {
            State state = d.failed() ? State.FAILED : d.at() != null ? State.DONE : waiting ? State.TODO : State.NOW;
            waiting |= state == State.NOW || state == State.FAILED && !d.key().equals("judged");
            steps.add(new Step(steps.size() + 1, d.key(), d.detail(), d.home(), state, d.at()));
        }
        return steps;
    }

    private static String form(Protocol protocol) {
        return switch (protocol) {
            case OCI -> "NEW_ITEM-…[n]";
            case CXML -> "PunchOutOrderMessage";
            case IDS -> "warenkorb";
            case PEPPOL -> "UBL Catalogue (T77)";
        };
    }

    private static Instant answered(OrderDetail order) {
        return order == null
                ? null
                : order.documents().stream()
                        .filter(d -> d.direction().equals("OUT"))
                        .map(DocumentRow::createdAt)
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    private static Instant delivered(OrderDetail order) {
        boolean all = order != null
                && !order.deliveries().isEmpty()
                && order.deliveries().stream().allMatch(d -> d.status().equals("DELIVERED"));
        return all
                ? order.deliveries().stream()
                        .map(DeliveryRow::changedAt)
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    private static boolean parked(OrderDetail order) {
        return order != null
                && order.deliveries().stream().anyMatch(d -> d.status().equals("PARKED"));
    }
}
