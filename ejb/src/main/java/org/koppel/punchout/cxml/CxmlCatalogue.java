package org.koppel.punchout.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Listing;
import org.koppel.catalogue.Listings;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Suppliers;
import org.koppel.platform.Settings;
import org.koppel.punchout.Audiences;
import org.koppel.shared.PartyId;

/**
 * A customer's articles with its prices, as far as who asks may buy them, for buyers' systems that search by themselves and open single articles in the shop
 * (level 2 PunchOut). Everything is streamed.
 */
@ApplicationScoped
public class CxmlCatalogue {
    private static final int STEP = 1_000;

    @Inject
    CxmlConnections connections;

    @Inject
    Listings listings;

    @Inject
    Audiences audiences;

    @Inject
    Customers customers;

    @Inject
    Suppliers suppliers;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Whether the customer's agreement opens its catalogue. */
    public boolean isOpen(PartyId customer) {
        return connections.of(customer).catalogue();
    }

    /** Whether the catalogue can be fetched for somebody. @param login empty: for the whole customer */
    public boolean isFor(PartyId customer, String login) {
        return login.isEmpty() || audiences.knows(customer, login);
    }

    /** Whether anything stands in it. @param login who asks, as {@link Audiences} knows it */
    public boolean hasArticles(PartyId customer, String login) {
        return !listings.numbers(audiences.of(customer, login), null, "", 1).isEmpty();
    }

    /** As a cXML PunchOut index in UTF-8. The stream stays open. @param login who asks, as {@link Audiences} knows it */
    public void index(PartyId customer, String login, OutputStream out) throws IOException {
        write(audiences.of(customer, login), new IndexWriter(out, connections.of(customer), head(customer)));
    }

    /** As CIF 3.0 in UTF-8. The stream stays open. @param login who asks, as {@link Audiences} knows it */
    public void cif(PartyId customer, String login, OutputStream out) throws IOException {
        write(audiences.of(customer, login), new CifWriter(out, connections.of(customer), head(customer)));
    }

    private void write(Audience audience, CatalogueWriter writer) throws IOException {
        PartyId customer = audience.customer();
        String language = customers.byId(customer).map(Customer::language).orElse("en");
        writer.begin();
        List<String> numbers = listings.numbers(audience, null, "", STEP);
        while (!numbers.isEmpty()) {
            Map<String, String> texts = listings.texts(numbers, language);
            for (Listing listing : listings.listings(customer, numbers)) {
                writer.article(listing, texts.get(listing.article()));
            }
            numbers = listings.numbers(audience, null, numbers.get(numbers.size() - 1), STEP);
        }
        writer.end();
    }

    private CatalogueHead head(PartyId customer) {
        return CatalogueHead.of(
                suppliers.get(),
                settings.publicUrl() + "/cxml",
                customers.byId(customer).map(Customer::language).orElse("en"),
                customers.byId(customer).map(Customer::currency).orElse("EUR"),
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)));
    }
}
