package org.koppel.transport.sftp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Fetches files from a partner's SFTP server; the settings are those of {@link SftpTransport}. */
@ApplicationScoped
public class SftpPickup implements Pickup {
    @Inject
    private SftpTransport outwards;

    @Inject
    private SftpSessions sessions;

    /** For CDI. */
    public SftpPickup() {}

    SftpPickup(SftpTransport outwards, SftpSessions sessions) {
        this.outwards = outwards;
        this.sessions = sessions;
    }

    @Override
    public TransportId id() {
        return outwards.id();
    }

    @Override
    public List<Setting> settings() {
        return outwards.settings();
    }

    @Override
    public PickupVisit visit(Map<String, String> given) throws PickupRefusedException {
        try {
            return new SftpPickupVisit(sessions, SftpSettings.of(given));
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        }
    }
}
