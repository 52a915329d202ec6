package org.koppel.transport.sftp;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.common.SftpException;
import org.koppel.transport.Deadline;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Stores a delivery as files on the partner's SFTP server, whose host key was agreed. */
@ApplicationScoped
public class SftpTransport implements Transport {
    @Resource
    private ManagedScheduledExecutorService managed;

    private ScheduledExecutorService timer;
    private Duration limit = Deadline.ATTEMPT;

    @Inject
    private SftpSessions sessions;

    /** For CDI. */
    public SftpTransport() {}

    SftpTransport(ScheduledExecutorService timer, Duration limit, SftpSessions sessions) {
        this.sessions = sessions;
        this.timer = timer;
        this.limit = limit;
    }

    @Override
    public TransportId id() {
        return new TransportId("sftp");
    }

    /** {@code hostkey} is the fingerprint of the server's key as {@code ssh-keygen -l} shows it; no other key is believed. */
    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting("host", true, false),
                new Setting("port", false, false),
                new Setting("hostkey", true, false),
                new Setting("user", true, false),
                new Setting("password", false, true),
                new Setting("privatekey", false, true),
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
            SftpSettings settings = SftpSettings.of(given);
            try (ClientSession session = sessions.connect(settings);
                    Deadline deadline = Deadline.after(timer(), limit, () -> session.close(true))) {
                return visit(new SftpVisit(session, settings), deadline, settings, parts, done);
            } catch (IOException e) {
                return SftpSessions.unreachable(settings, e);
            }
        } catch (UnusableSettingsException e) {
            return e.outcome();
        }
    }

    private static DeliveryOutcome visit(
            SftpVisit visit, Deadline deadline, SftpSettings settings, List<Part> parts, String done)
            throws UnusableSettingsException {
        try {
            visit.logIn();
            visit.bring(parts);
            return DeliveryOutcome.delivered(done);
        } catch (SftpException e) {
            return SftpSessions.refused(settings, e, "write and rename");
        } catch (SftpVisit.IncompleteFileException e) {
            return DeliveryOutcome.retry("SFTP_INCOMPLETE", e.getMessage());
        } catch (IOException e) {
            return deadline.isPassed()
                    ? DeliveryOutcome.retry(
                            "SFTP_TOO_SLOW", settings.server() + " takes too long; ask the partner if this lasts")
                    : SftpSessions.unreachable(settings, e);
        }
    }

    private ScheduledExecutorService timer() {
        return timer == null ? managed : timer;
    }
}
