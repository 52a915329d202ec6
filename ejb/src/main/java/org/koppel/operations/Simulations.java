package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.Secrets;

/** The simulator's punch-outs. Each belongs to the person who began it; nobody else sees it or can bring a cart home to it. */
@ApplicationScoped
@Transactional
public class Simulations {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 20;
    private static final String SELECT =
            "select id, user_name, customer, system, operation, framed, request, created_at, sent_at, answer, refused,"
                    + " returned, returned_at, order_document, order_answer, order_message, ordered_at from simulation"
                    + " where user_name = :user";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** The id of a simulation to come: unguessable, because a return address holds it. */
    public String newId() {
        return Secrets.generate();
    }

    /** Keeps a new simulation; old ones of anybody are cleared away. */
    public void begin(Simulation begun) {
        Instant now = clock.instant();
        em.createNativeQuery("delete from simulation where created_at < :old")
                .setParameter("old", now.minus(KEPT))
                .executeUpdate();
        em.createNativeQuery("insert into simulation (id, user_name, customer, system, operation, framed, request,"
                        + " created_at) values (:id, :user, :customer, :system, :operation, :framed, :request, :now)")
                .setParameter("id", begun.id())
                .setParameter("user", begun.user())
                .setParameter("customer", begun.customer())
                .setParameter("system", begun.system())
                .setParameter("operation", begun.operation())
                .setParameter("framed", begun.framed())
                .setParameter("request", begun.request())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** @return empty when there is none, or it is somebody else's */
    public Optional<Simulation> byId(String id, String user) {
        return new Select(SELECT)
                .with("user", user).and("id = :id", "id", id).rows(em, Simulations::simulation).stream()
                        .findFirst();
    }

    /** The person's own, newest first. */
    public List<Simulation> of(String user) {
        return new Select(SELECT)
                .with("user", user)
                .then("order by created_at desc limit " + MOST)
                .rows(em, Simulations::simulation);
    }

    /** The request went out again: what came of an earlier attempt is forgotten. @param answer in its own format */
    public void sent(Simulation sent, String answer, String refused) {
        change(
                sent,
                "sent_at = :now, answer = cast(:answer as text), refused = cast(:refused as text),"
                        + " returned = null, returned_at = null",
                parameters("answer", answer, "refused", refused));
    }

    /**
     * The cart came home.
     *
     * @return false when it is not on its way: not sent, refused, or home already
     */
    public boolean returned(Simulation running, String form) {
        return change(
                        running,
                        "returned = :form, returned_at = :now",
                        Map.of("form", form.replace('\0', '\uFFFD')),
                        " and sent_at is not null and returned_at is null and refused is null")
                > 0;
    }

    /** The approved order was sent. @param message null: it was not even stored */
    public void ordered(Simulation approved, String document, String answer, UUID message) {
        Map<String, String> parameters = parameters(
                "document", document, "answer", answer, "message", message == null ? "" : message.toString());
        change(
                approved,
                "order_document = :document, order_answer = cast(:answer as text), ordered_at = :now,"
                        + " order_message = cast(cast(:message as text) as uuid)",
                parameters);
    }

    private void change(Simulation simulation, String set, Map<String, String> parameters) {
        change(simulation, set, parameters, "");
    }

    private int change(Simulation simulation, String set, Map<String, String> parameters, String condition) {
        Query update = em.createNativeQuery(
                "update simulation set " + set + " where id = :id and user_name = :user" + condition);
        parameters.forEach(
                (name, value) -> update.setParameter(name, value.isEmpty() && !name.equals("form") ? null : value));
        return update.setParameter("id", simulation.id())
                .setParameter("user", simulation.user())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            all.put(namesAndValues[i], namesAndValues[i + 1] == null ? "" : namesAndValues[i + 1]);
        }
        return all;
    }

    private static Simulation simulation(Row r) {
        return new Simulation(
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.text(),
                r.flag(),
                r.text(),
                r.instant(),
                r.instant(),
                r.text(),
                r.text(),
                r.text(),
                r.instant(),
                r.text(),
                r.text(),
                r.uuid(),
                r.instant());
    }
}
