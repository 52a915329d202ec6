package org.koppel.inbound.pickup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.LimitedCopy;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.WaitingFile;

/** A partner's place in memory, which can be made to fail where a real one would. */
final class PartnersFolder implements Pickup {
    final Map<String, String> files = new TreeMap<>();
    final Map<String, String> moved = new TreeMap<>();
    private final Map<String, Instant> modified = new HashMap<>();
    final Set<String> hangs = new HashSet<>();
    boolean away;
    boolean refusesLogin;
    boolean refusesMoves;
    /** Names that only fail, at their copy or at their move. */
    final Set<String> breaks = new HashSet<>();
    /** What was copied, in its order. */
    final List<String> fetched = new ArrayList<>();

    /** Runs after the next file was copied; the rest of the server's life. */
    Runnable afterFetch = () -> {};

    Runnable afterMove = () -> {};

    Runnable whenAskedWhetherItGoesOn = () -> {};

    void lay(String name, String content, Instant at) {
        files.put(name, content);
        modified.put(name, at);
    }

    @Override
    public TransportId id() {
        return new TransportId("folder");
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public PickupVisit visit(Map<String, String> settings) {
        return new Visit();
    }

    private final class Visit implements PickupVisit {
        private final CountDownLatch broken = new CountDownLatch(1);

        @Override
        public String place() {
            return "partner:1";
        }

        @Override
        public void begin() throws IOException, PickupRefusedException {
            if (away) {
                throw new IOException("Connection refused");
            }
            if (refusesLogin) {
                throw new PickupRefusedException(DeliveryOutcome.rejected("LOGIN", "Correct the password"));
            }
        }

        @Override
        public List<WaitingFile> list() {
            return files.entrySet().stream()
                    .map(f -> new WaitingFile(f.getKey(), f.getValue().length(), modified.get(f.getKey())))
                    .toList();
        }

        @Override
        public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException {
            if (hangs.contains(file.name())) {
                hang();
            }
            fetched.add(file.name());
            if (breaks.contains(file.name())) {
                afterFetch.run();
                throw new IOException("Read error");
            }
            byte[] content = files.get(file.name()).getBytes(StandardCharsets.UTF_8);
            boolean whole = LimitedCopy.copy(file, new ByteArrayInputStream(content), to, most);
            afterFetch.run();
            return whole;
        }

        @Override
        public void move(WaitingFile file, String folder, String name, String explanation)
                throws IOException, PickupRefusedException {
            if (breaks.contains(folder + "/" + file.name())) {
                throw new IOException("File name too long");
            }
            if (refusesMoves) {
                throw new PickupRefusedException(DeliveryOutcome.rejected("RIGHTS", "May not rename"));
            }
            moved.put(folder + "/" + name, files.remove(file.name()));
            if (explanation != null) {
                moved.put(folder + "/" + name + ".txt", explanation);
            }
            afterMove.run();
        }

        @Override
        public void remove(WaitingFile file) {
            files.remove(file.name());
        }

        @Override
        public boolean goesOn() {
            whenAskedWhetherItGoesOn.run();
            return !away;
        }

        /** Like ten bytes a second: only breaking off ends it. */
        private void hang() throws IOException {
            try {
                broken.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("Socket closed");
        }

        @Override
        public void breakOff() {
            broken.countDown();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
