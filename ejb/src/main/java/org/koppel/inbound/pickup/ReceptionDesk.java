package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.InboxFullException;
import org.koppel.inbound.SlowBodyException;
import org.koppel.inbound.TimedBody;
import org.koppel.party.FailedLogins;
import org.koppel.platform.Settings;
import org.koppel.transport.Arrival;
import org.koppel.transport.PickupRegistry;
import org.koppel.transport.Reception;
import org.koppel.transport.ReceptionRefusedException;
import org.koppel.transport.SealedSettings;
import org.koppel.transport.TransportId;

/**
 * Takes what partners bring by themselves and want a receipt for: it is stored before the receipt is given. Only so many are opened at a
 * time, each on this machine's disk, so that large ones do not fill the memory.
 */
@ApplicationScoped
public class ReceptionDesk {
    private static final System.Logger LOG = System.getLogger(ReceptionDesk.class.getName());
    private static final int PLACES = 8;
    private static final long PATIENCE_SECONDS = 10;
    private static final int BUFFER = 64 * 1024;
    /** What Base64, signature and envelope add at most: half of it, and this. */
    private static final int ENVELOPE = 64 * 1024;
    /** Kept of what strangers bring. */
    private static final int HEAD = 64 * 1024;

    private static final Reception.Answer TOO_MANY = new Reception.Answer(
            429,
            Map.of(
                    "Content-Type",
                    "text/plain; charset=US-ASCII",
                    "Retry-After",
                    Integer.toString(FailedLogins.RETRY_AFTER)),
            "Too many messages under these names from your address could not be believed. Send this one again in a quarter of an hour.\n"
                    .getBytes(StandardCharsets.US_ASCII),
            "too many failures");

    @Inject
    PickupRegistry pickups;

    @Inject
    WaysIn ways;

    @Inject
    SealedSettings sealed;

    @Inject
    ReceptionIntake intake;

    @Inject
    FailedLogins failedLogins;

    @Inject
    Settings settings;

    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * The names come first: they say whose it would be and how much of it is kept. A place is taken when the body is there, so that slow
     * senders keep nobody out.
     *
     * @param headers names in lower case
     * @param remote the address of the peer
     * @throws IOException when the body cannot be read; {@link SlowBodyException} when it took too long
     * @throws InboxFullException when too much comes in at once; nothing is stored then
     */
    public Reception.Answer receive(TransportId protocol, Map<String, String> headers, InputStream body, String remote)
            throws IOException {
        Reception reception = reception(protocol);
        InputStream timed = new TimedBody(body);
        try (Spool spool = Spool.open()) {
            Arrival arrival = new Arrival(headers, spool.path(), remote);
            try {
                return receive(reception, arrival, reception.route(arrival), timed, spool);
            } catch (ReceptionRefusedException e) { // it says nothing that a person could do something about
                LOG.log(Level.DEBUG, "{0} is nothing for {1}: {2}", arrival, reception.id(), e.getMessage());
                copy(timed, spool, HEAD);
                return reception.refuse(arrival, Optional.empty(), e);
            }
        }
    }

    private Reception.Answer receive(Reception reception, Arrival arrival, String route, InputStream body, Spool spool)
            throws IOException {
        Sender sender = new Sender(reception, route, agreed(reception, route));
        if (failedLogins.tooMany(sender.name(), arrival.remote())) {
            LOG.log(Level.INFO, "{0} refused by {1}: too many failures", arrival, reception.id());
            copy(body, spool, 0);
            return TOO_MANY;
        }
        long most = sender.way().isPresent() ? Inbox.largestMessage(settings) * 3L / 2 + ENVELOPE : HEAD;
        long size = copy(body, spool, most);
        enter();
        try {
            return receive(sender, arrival, size, size <= most);
        } finally {
            places.release();
        }
    }

    /** Who says to send something, not proved yet. @param way empty where nothing was agreed for the names */
    private record Sender(Reception reception, String route, Optional<WayIn> way) {
        /** Under which failures are counted. */
        String name() {
            return reception.id() + " " + route;
        }
    }

    private Optional<WayIn> agreed(Reception reception, String route) {
        return ways.open(reception.id()).stream()
                .filter(w -> reception.route(w.settings()).equals(route))
                .findFirst();
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new InboxFullException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InboxFullException();
        }
    }

    /** What is too much is read and forgotten, so that the sender reads the answer; the server ends it where it is far too much. @return the whole size */
    private static long copy(InputStream body, Spool spool, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            spool.out().write(buffer, 0, (int) Math.min(read, Math.max(0, most - copied)));
            copied += read;
        }
        spool.size(); // flushes
        return copied;
    }

    private Reception reception(TransportId protocol) {
        return pickups.byId(protocol)
                .filter(Reception.class::isInstance)
                .map(Reception.class::cast)
                .orElseThrow(() -> new IllegalStateException("Nobody comes by " + protocol));
    }

    private Reception.Answer receive(Sender sender, Arrival arrival, long size, boolean whole) throws IOException {
        Reception reception = sender.reception();
        try {
            return receive(sender, arrival, sender.way().orElseThrow(() -> unknown(sender.route())), whole);
        } catch (ReceptionRefusedException e) {
            LOG.log(Level.WARNING, "{0} refused by {1}: {2}", arrival, reception.id(), e.getMessage());
            if (e.doubtsSender()) {
                failedLogins.failed(sender.name(), arrival.remote());
            }
            intake.refused(sender.way(), reception, arrival, size, e);
            return reception.refuse(arrival, sender.way().map(w -> opened(reception, w)), e);
        }
    }

    private Reception.Answer receive(Sender sender, Arrival arrival, WayIn way, boolean whole)
            throws IOException, ReceptionRefusedException {
        Reception reception = sender.reception();
        int most = Inbox.largestMessage(settings);
        if (!whole) {
            throw new ReceptionRefusedException(
                    "unexpected-processing-error",
                    "The message is larger than this server takes (" + most
                            + " bytes). Split it into several messages");
        }
        try (Reception.Opened opened = reception.open(arrival, opened(reception, way), most)) {
            failedLogins.succeeded(sender.name(), arrival.remote());
            PickedFile taken = intake.take(way, opened, arrival);
            return taken.accepted() ? opened.taken() : opened.refused(taken.detail());
        }
    }

    private Map<String, String> opened(Reception reception, WayIn way) {
        return sealed.open(reception.settings(), way.settings());
    }

    private static ReceptionRefusedException unknown(String route) {
        return new ReceptionRefusedException(
                "unknown-trading-partner",
                "Nothing was agreed for messages from " + route
                        + ". Compare both names with the receiver; case counts");
    }
}
