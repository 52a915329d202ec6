package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.koppel.document.ServiceProfile;
import org.koppel.document.ServiceProfileRequest;
import org.koppel.platform.Settings;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Says which requests this server takes, and where; procurement systems use it as a ping too. */
@ApplicationScoped
public class ServiceProfileHandler implements RequestHandler<ServiceProfileRequest, ServiceProfile> {
    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public Class<ServiceProfileRequest> requestClass() {
        return ServiceProfileRequest.class;
    }

    @Override
    public Class<ServiceProfile> answerClass() {
        return ServiceProfile.class;
    }

    @Override
    public ServiceProfile answer(ServiceProfileRequest request, PartyId customer, String reference) {
        String address = settings.publicUrl() + "/cxml";
        OffsetDateTime now = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
        return new ServiceProfile(
                new DocumentNumber(UUID.randomUUID().toString()),
                now,
                reference,
                now,
                Map.of("ProfileRequest", address, "OrderRequest", address, "PunchOutSetupRequest", address));
    }
}
