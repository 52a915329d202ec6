package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.platform.Json;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** The agreed ways of documents to customers. */
@ApplicationScoped
public class Channels {
    private static final String SELECT =
            "select id, customer, document_type, formats, transport, settings from channel where ";

    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public Channels() {}

    /** Outside a container. */
    public Channels(EntityManager em) {
        this.em = em;
    }

    private final Recent<Agreed, List<Channel>> recent = new Recent<>();

    private record Agreed(PartyId customer, String documentType) {}

    /** The active channels for a type of document ({@code OrderResponse}); empty when the customer wants no such document. */
    public List<Channel> of(PartyId customer, String documentType) {
        return recent.get(new Agreed(customer, documentType), this::read);
    }

    private List<Channel> read(Agreed agreed) {
        List<?> rows = em.createNativeQuery(
                        SELECT + "customer = :customer and document_type = :type and active order by id")
                .setParameter("customer", agreed.customer().value())
                .setParameter("type", agreed.documentType())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Channels::channel).toList();
    }

    /** A channel by id, whether active or not: a delivery that waits keeps its channel. */
    public Optional<Channel> byId(UUID id) {
        List<?> rows =
                em.createNativeQuery(SELECT + "id = :id").setParameter("id", id).getResultList();
        return rows.stream().map(Object[].class::cast).map(Channels::channel).findFirst();
    }

    /** All of them, active or not. */
    public List<Channel> all() {
        List<?> rows = em.createNativeQuery(SELECT + "true order by id").getResultList();
        return rows.stream().map(Object[].class::cast).map(Channels::channel).toList();
    }

    /** Gives a channel other settings; secrets among them are encrypted by the caller. */
    public void change(UUID id, Map<String, String> settings) {
        em.createNativeQuery("update channel set settings = :settings where id = :id")
                .setParameter("settings", Json.write(settings))
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Channel channel(Object[] row) {
        return new Channel(
                UUID.fromString(row[0].toString()),
                new PartyId((String) row[1]),
                (String) row[2],
                formats((String) row[3]),
                new TransportId((String) row[4]),
                settings((String) row[5]));
    }

    /** @throws IllegalArgumentException when the list holds something that is no format id */
    static List<FormatId> formats(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(f -> !f.isEmpty())
                .map(FormatId::new)
                .toList();
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    static Map<String, String> settings(String json) {
        Map<String, String> settings = new TreeMap<>();
        Json.read(json, Map.class).forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        return settings;
    }
}
