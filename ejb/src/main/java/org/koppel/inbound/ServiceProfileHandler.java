package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.ServiceProfile;
import org.koppel.document.ServiceProfileRequest;
import org.koppel.platform.Settings;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Says which requests this server takes, and where; procurement systems use it as a ping too. */
@ApplicationScoped
public class ServiceProfileHandler implements RequestHandler<ServiceProfileRequest, ServiceProfile> {
    /** What cXML calls the documents that this server has a use for. */
    private static final Map<Class<? extends Document>, String> NAMES = Map.of(
            Order.class, "OrderRequest",
            PartnerReceipt.class, "StatusUpdateRequest",
            PunchOutRequest.class, "PunchOutSetupRequest",
            ServiceProfileRequest.class, "ProfileRequest");

    @Inject
    @Any
    private Instance<RequestHandler<?, ?>> requestHandlers;

    @Inject
    @Any
    private Instance<DocumentHandler<?>> documentHandlers;

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
                served().collect(Collectors.toMap(name -> name, name -> address)));
    }

    /** Those requests that somebody handles. */
    private Stream<String> served() {
        Stream<? extends Class<? extends Document>> asked =
                requestHandlers.stream().map(h -> h.requestClass());
        Stream<? extends Class<? extends Document>> taken =
                documentHandlers.stream().map(h -> h.documentClass());
        return Stream.concat(asked, taken)
                .map(NAMES::get)
                .filter(Objects::nonNull)
                .distinct();
    }
}
