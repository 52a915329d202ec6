package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.koppel.catalogue.Articles;
import org.koppel.document.PunchOutRequest;
import org.koppel.document.PunchOutResponse;
import org.koppel.inbound.RequestHandler;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.ReturnAddressRefusedException;
import org.koppel.party.ReturnAddresses;
import org.koppel.platform.Settings;
import org.koppel.punchout.Arrival;
import org.koppel.punchout.Visits;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Opens a visit for a buyer whose system has proved who it is. A repeated request opens another one: visits share nothing. */
@ApplicationScoped
public class PunchOutHandler implements RequestHandler<PunchOutRequest, PunchOutResponse> {
    private static final Set<String> LANGUAGES = Set.of("nl", "fr", "de", "en");

    @Inject
    Visits visits;

    @Inject
    Customers customers;

    @Inject
    ReturnAddresses returnAddresses;

    @Inject
    Articles articles;

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

    @Override
    public PunchOutResponse answer(PunchOutRequest request, PartyId customer, String reference) {
        if (!request.operation().equals("create")) {
            return response(null, 450, "This operation is not served; send operation=\"create\".");
        }
        try {
            returnAddresses.check(customer, request.returnUrl());
        } catch (ReturnAddressRefusedException e) {
            return response(null, 400, e.getMessage());
        }
        String language = language(request, customer);
        String token = visits.open(new Arrival(
                customer,
                request.from().get(0).value(),
                request.buyer(),
                CxmlHandBack.MECHANISM,
                language,
                CxmlReturn.address(request),
                request.extrinsics()));
        return response(settings.publicUrl() + "/shop/" + token + '/' + page(request, customer, language), 200, null);
    }

    /** The article's page for a level 2 punch-out, else the start; an article that is not sold is no reason to refuse. */
    private String page(PunchOutRequest request, PartyId customer, String language) {
        String article = request.selectedItem();
        return article == null || articles.detail(customer, article, language).isEmpty()
                ? ""
                : "articles/"
                        + URLEncoder.encode(article, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String language(PunchOutRequest request, PartyId customer) {
        String asked = request.language() == null
                ? ""
                : request.language().toLowerCase(Locale.ROOT).split("[-_]")[0];
        return LANGUAGES.contains(asked)
                ? asked
                : customers.byId(customer).map(Customer::language).orElse("en");
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
