package org.koppel.inbound.pickup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.InboxFullException;
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

    @Inject
    PickupRegistry pickups;

    @Inject
    WaysIn ways;

    @Inject
    SealedSettings sealed;

    @Inject
    ReceptionIntake intake;

    @Inject
    Settings settings;

    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * @param headers names in lower case
     * @param remote the address of the peer
     * @throws IOException when the body cannot be read
     * @throws InboxFullException when too much comes in at once; nothing is stored then
     */
    public Reception.Answer receive(TransportId protocol, Map<String, String> headers, InputStream body, String remote)
            throws IOException {
        enter();
        try (Spool spool = Spool.open()) {
            boolean whole = copy(body, spool.out());
            spool.size(); // flushes
            return receive(reception(protocol), new Arrival(headers, spool.path(), remote), whole);
        } finally {
            places.release();
        }
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

    /** What is too much is read and forgotten, so that the sender reads the answer; the server ends it where it is far too much. */
    private boolean copy(InputStream body, OutputStream to) throws IOException {
        long most = Inbox.largestMessage(settings) * 3L / 2 + ENVELOPE;
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            to.write(buffer, 0, (int) Math.min(read, Math.max(0, most - copied)));
            copied += read;
        }
        return copied <= most;
    }

    private Reception reception(TransportId protocol) {
        return pickups.byId(protocol)
                .filter(Reception.class::isInstance)
                .map(Reception.class::cast)
                .orElseThrow(() -> new IllegalStateException("Nobody comes by " + protocol));
    }

    private Reception.Answer receive(Reception reception, Arrival arrival, boolean whole) throws IOException {
        try {
            return receive(reception, arrival, reception.route(arrival), whole);
        } catch (ReceptionRefusedException e) { // it says nothing that a person could do something about
            LOG.log(Level.DEBUG, "{0} is nothing for {1}: {2}", arrival, reception.id(), e.getMessage());
            return reception.refuse(arrival, Optional.empty(), e);
        }
    }

    private Reception.Answer receive(Reception reception, Arrival arrival, String route, boolean whole)
            throws IOException {
        Optional<WayIn> way = ways.open(reception.id()).stream()
                .filter(w -> reception.route(w.settings()).equals(route))
                .findFirst();
        try {
            return receive(reception, arrival, way.orElseThrow(() -> unknown(route)), whole);
        } catch (ReceptionRefusedException e) {
            LOG.log(Level.WARNING, "{0} refused by {1}: {2}", arrival, reception.id(), e.getMessage());
            intake.refused(way, reception, arrival, e);
            return reception.refuse(arrival, way.map(w -> opened(reception, w)), e);
        }
    }

    private Reception.Answer receive(Reception reception, Arrival arrival, WayIn way, boolean whole)
            throws IOException, ReceptionRefusedException {
        int most = Inbox.largestMessage(settings);
        if (!whole) {
            throw new ReceptionRefusedException(
                    "unexpected-processing-error",
                    "The message is larger than this server takes (" + most
                            + " bytes). Split it into several messages");
        }
        try (Reception.Opened opened = reception.open(arrival, opened(reception, way), most)) {
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
