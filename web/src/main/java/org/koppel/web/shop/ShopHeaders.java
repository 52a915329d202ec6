package org.koppel.web.shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.party.ReturnAddresses;
import org.koppel.punchout.Visit;

/** Headers of every answer: who may frame the shop and be posted to is the visit's business, and nothing leaks its token. */
@ApplicationScoped
public class ShopHeaders implements ContainerResponseFilter {
    @Inject
    CurrentVisit current;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(
                "Content-Security-Policy",
                policy(current.known().map(ShopHeaders::origins).orElse("")));
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putIfAbsent("Cache-Control", List.of("no-store"));
    }

    private static String policy(String origins) {
        return "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'" + origins
                + "; form-action 'self'" + origins;
    }

    /** All agreed origins, not the return address's alone: buyers' systems frame by one host and take the cart by another. */
    private static String origins(Visit visit) {
        String address = visit.returnAddress().url();
        if (address.equals("SAPEVENT:POST")) {
            return " sapevent:"; // SAP's embedded browser; agreed with the customer before the visit was opened
        }
        String home = ReturnAddresses.origin(URI.create(address));
        return Stream.concat(Stream.of(home), visit.origins().stream())
                .filter(o -> o.matches("https?://[A-Za-z0-9.:*\\[\\]-]+")) // nothing that could end the directive
                .distinct()
                .map(o -> " " + o)
                .collect(Collectors.joining());
    }
}
