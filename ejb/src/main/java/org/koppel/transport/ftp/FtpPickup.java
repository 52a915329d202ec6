package org.koppel.transport.ftp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Pickup;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/** Fetches files from a partner's FTP or FTPS server; the settings are those of {@link FtpTransport}. */
@ApplicationScoped
public class FtpPickup implements Pickup {
    @Inject
    private FtpTransport outwards;

    /** For CDI. */
    public FtpPickup() {}

    FtpPickup(FtpTransport outwards) {
        this.outwards = outwards;
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
            FtpSettings settings = FtpSettings.of(given);
            return new FtpPickupVisit(FtpVisit.to(settings), settings);
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (GeneralSecurityException e) {
            throw new PickupRefusedException(
                    DeliveryOutcome.retry("NO_TLS", "This Java cannot do TLS: " + e.getMessage()), e);
        }
    }
}
