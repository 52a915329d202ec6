package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.koppel.codec.FormatSettings;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutResponse;
import org.koppel.inbound.RequestHandler;
import org.koppel.platform.Settings;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Answers with the start page of a new visit. A repeated request opens another one: visits share nothing. */
@ApplicationScoped
public class PunchOutHandler implements RequestHandler<PunchOutRequest, PunchOutResponse> {
    @Inject
    CxmlEntry entry;

    @Inject
    CxmlConnections connections;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    @Override
    public Class<PunchOutRequest> requestClass() {
        return PunchOutRequest.class;
    }

    @Override
    public Class<PunchOutResponse> answerClass() {
        return PunchOutResponse.class;
    }

    /** With the DTD that this customer's system knows. */
    @Override
    public FormatSettings settings(PartyId customer) {
        return new FormatSettings("en", Map.of("dtd", connections.of(customer).setupDtd()));
    }

    @Override
    public PunchOutResponse answer(PunchOutRequest request, PartyId customer, String reference) {
        try {
            return response(settings.publicUrl() + "/shop/" + entry.enter(request, customer), 200, null);
        } catch (CxmlRefusedException e) {
            return response(null, e.code(), e.getMessage());
        }
    }

    private PunchOutResponse response(String startPage, int code, String detail) {
        return new PunchOutResponse(
                new DocumentNumber(UUID.randomUUID().toString()),
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                startPage,
                code,
                detail);
    }
}
