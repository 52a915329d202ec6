package org.koppel.inbound.pickup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;
import org.koppel.transport.TransportId;

/** Where the demo's two customers of EDI lay their orders: by SFTP, and one of them in a folder as well. */
@ApplicationScoped
class DemoWaysIn {
    /** Somebody who looks at the demo waits for it. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Inject
    WaysIn ways;

    @Inject
    Settings settings;

    @Inject
    DemoSecrets secrets;

    @Inject
    Clock clock;

    /** Ports and keys may have changed since the last start, so the addresses are written anew; the rest is written once. */
    @Transactional
    public void fill(@Observes @Priority(160) DatabaseReady ready) {
        if (!ready.demo()) {
            return;
        }
        Optional<String> host = settings.text("KOPPEL_DEMO_SFTP_HOST");
        Optional<String> key = settings.text("KOPPEL_DEMO_SFTP_HOSTKEY");
        if (host.isPresent() && key.isPresent()) {
            Map<String, String> sftp = new TreeMap<>();
            sftp.put("host", host.get());
            sftp.put("port", settings.text("KOPPEL_DEMO_SFTP_PORT").orElse("22"));
            sftp.put("hostkey", key.get());
            sftp.put("user", settings.text("KOPPEL_DEMO_SFTP_USER").orElse(""));
            sftp.put("password", secrets.get("sftp.password"));
            sftp.put("directory", "/ediplus/in");
            keep("ediplus", "Ediplus, EDIFACT", "sftp", sftp, Readiness.NAME);
            sftp.put("directory", "/amerco/in");
            keep("amerco", "Amerco, X12", "sftp", sftp, Readiness.NAME);
        }
        if (settings.text("KOPPEL_FOLDER_ROOT").isPresent()) {
            keep("ediplus", "Ediplus, EDIFACT", "folder", Map.of("directory", "ediplus/in"), Readiness.STABLE);
        }
    }

    private void keep(String customer, String name, String transport, Map<String, String> where, Readiness ready) {
        UUID id = UUID.nameUUIDFromBytes(
                ("demo " + customer + " " + transport).getBytes(StandardCharsets.UTF_8)); // the same at every start
        if (ways.byId(id).isPresent()) {
            ways.change(id, where);
            return;
        }
        ways.save(
                new WayIn(
                        id,
                        Optional.of(new PartyId(customer)),
                        name,
                        new TransportId(transport),
                        where,
                        Optional.empty(),
                        new WayIn.Selection("*", ready, ".ok", Duration.ofSeconds(5)),
                        "archive",
                        "error",
                        EVERY,
                        Duration.ofSeconds(30),
                        true),
                clock.instant());
    }
}
