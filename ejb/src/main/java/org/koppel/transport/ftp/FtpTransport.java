package org.koppel.transport.ftp;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.PartnerTrust;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Stores a delivery as files on the partner's FTP or FTPS server. */
@ApplicationScoped
public class FtpTransport implements Transport {
    @Resource
    private ManagedScheduledExecutorService managed;

    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;

    /** For CDI. */
    public FtpTransport() {}

    FtpTransport(ScheduledExecutorService timer, Duration limit) {
        this.timer = timer;
        this.limit = limit;
    }

    @Override
    public TransportId id() {
        return new TransportId("ftp");
    }

    /**
     * {@code security} is {@code explicit} (default), {@code implicit} or {@code none}; {@code fingerprint} the SHA-256 of the
     * only certificate that is believed, where it is of no known authority.
     */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("host", true, false),
                new Setting("port", false, false),
                new Setting("security", false, false),
                new Setting("fingerprint", false, false),
                new Setting("user", true, false),
                new Setting("password", true, true),
                new Setting("directory", false, false));
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) {
        return visit(settings, List.of(), "The server answers, the login works and the directory is there");
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        List<String> names = delivery.parts().stream().map(Part::fileName).toList();
        return visit(delivery.settings(), delivery.parts(), "Stored " + String.join(", ", names));
    }

    private DeliveryOutcome visit(Map<String, String> given, List<Part> parts, String done) {
        try {
            FtpSettings settings = FtpSettings.of(given);
            FtpVisit visit = FtpVisit.to(settings);
            try (Deadline deadline = Deadline.after(timer(), limit, visit::breakOff);
                    visit) { // closed first: the goodbye has the same deadline
                return visit(visit, deadline, settings, parts, done);
            }
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (GeneralSecurityException e) {
            return DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage());
        }
    }

    private static DeliveryOutcome visit(
            FtpVisit visit, Deadline deadline, FtpSettings settings, List<Part> parts, String done) {
        try {
            visit.begin();
            boolean seen = visit.bring(parts);
            return DeliveryOutcome.delivered(
                    seen ? done : done + ". The server does not show what it has: there is only its word for it");
        } catch (FtpRefusedException e) {
            return e.outcome();
        } catch (IOException e) {
            return deadline.isPassed()
                    ? DeliveryOutcome.retry(
                            "FTP_TOO_SLOW", settings.server() + " takes too long; ask the partner if this lasts")
                    : unreachable(settings, e);
        }
    }

    private static DeliveryOutcome unreachable(FtpSettings settings, IOException e) {
        return PartnerTrust.refusal(e)
                .map(why -> DeliveryOutcome.retry(
                        "FTP_TLS", "No protected connection to " + settings.server() + ": " + why))
                .orElseGet(() -> DeliveryOutcome.retry(
                        "FTP_UNREACHABLE",
                        settings.server() + " cannot be reached or broke off: " + e.getMessage()
                                + ". Check host, port and security of the channel if this lasts."));
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
