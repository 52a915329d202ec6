package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.codec.FormatId;
import org.koppel.platform.Json;
import org.koppel.platform.Recent;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** The agreed ways of documents to customers. */
@ApplicationScoped
public class Channels {
    private static final String SELECT =
            "select id, customer, document_type, formats, transport, settings, days, to_char(from_time, 'HH24:MI'),"
                    + " to_char(to_time, 'HH24:MI'), zone, bundle, bundle_minutes, to_char(bundle_at, 'HH24:MI')"
                    + " from channel where ";

    @PersistenceContext
    private EntityManager em;

    /** For CDI. */
    public Channels() {}

    /** Outside a container. */
    public Channels(EntityManager em) {
        this.em = em;
    }

    private final Recent<Agreed, List<Channel>> recent = new Recent<>();

    private final Recent<String, Boolean> bundles = new Recent<>();

    private record Agreed(PartyId customer, String documentType) {}

    /** The active channels for a type of document ({@code OrderResponse}); empty when the customer wants no such document. */
    public List<Channel> of(PartyId customer, String documentType) {
        return recent.get(new Agreed(customer, documentType), this::read);
    }

    /** All active channels of one customer. */
    public List<Channel> of(PartyId customer) {
        List<?> rows = em.createNativeQuery(SELECT + "customer = :customer and active order by id")
                .setParameter("customer", customer.value())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Channels::channel).toList();
    }

    /** Whether there is any channel whose deliveries are bundled, as it was at most two seconds ago. */
    public boolean anyBundles() {
        return bundles.get(
                "any",
                any -> !em.createNativeQuery("select 1 from channel where bundle <> 'NONE' limit 1")
                        .getResultList()
                        .isEmpty());
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

    /** Those that are in use. */
    public List<Channel> active() {
        List<?> rows = em.createNativeQuery(SELECT + "active order by id").getResultList();
        return rows.stream().map(Object[].class::cast).map(Channels::channel).toList();
    }

    /** Gives a channel other settings; secrets among them are encrypted by the caller. */
    public void change(UUID id, Map<String, String> settings) {
        em.createNativeQuery("update channel set settings = :settings where id = :id")
                .setParameter("settings", Json.write(settings))
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Keeps it, new (and active) or changed; secrets among its settings are encrypted by the caller. */
    public void save(Channel channel) {
        em.createNativeQuery("insert into channel (id, customer, document_type, formats, transport, settings)"
                        + " values (:id, :customer, :type, :formats, :transport, :settings) on conflict (id) do update"
                        + " set document_type = excluded.document_type, formats = excluded.formats,"
                        + " settings = excluded.settings")
                .setParameter("id", channel.id())
                .setParameter("customer", channel.customer().value())
                .setParameter("type", channel.documentType())
                .setParameter(
                        "formats",
                        channel.formats().stream().map(FormatId::value).collect(Collectors.joining(",")))
                .setParameter("transport", channel.transport().value())
                .setParameter("settings", Json.write(channel.settings()))
                .executeUpdate();
        change(channel.id(), channel.timing());
    }

    /** Says when deliveries that are made from now on go. */
    public void change(UUID id, ChannelTiming timing) {
        em.createNativeQuery("update channel set days = :days, from_time = cast(cast(:from as text) as time),"
                        + " to_time = cast(cast(:to as text) as time), zone = :zone, bundle = :bundle,"
                        + " bundle_minutes = :minutes, bundle_at = cast(:at as time) where id = :id")
                .setParameter(
                        "days",
                        timing.days().stream()
                                .sorted()
                                .map(d -> Integer.toString(d.getValue()))
                                .collect(Collectors.joining()))
                .setParameter(
                        "from", timing.from() == null ? null : timing.from().toString())
                .setParameter("to", timing.to() == null ? null : timing.to().toString())
                .setParameter("zone", timing.zone().getId())
                .setParameter("bundle", timing.bundle().name())
                .setParameter("minutes", (int) timing.every().toMinutes())
                .setParameter("at", timing.at().toString())
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
                settings((String) row[5]),
                timing(Arrays.copyOfRange(row, 6, row.length)));
    }

    private static ChannelTiming timing(Object[] row) {
        return new ChannelTiming(
                row[0].toString().chars().mapToObj(c -> DayOfWeek.of(c - '0')).collect(Collectors.toSet()),
                time(row[1]),
                time(row[2]),
                ZoneId.of((String) row[3]),
                ChannelTiming.Bundle.valueOf((String) row[4]),
                Duration.ofMinutes(((Number) row[5]).longValue()),
                time(row[6]));
    }

    private static LocalTime time(Object text) {
        return text == null ? null : LocalTime.parse((String) text);
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
