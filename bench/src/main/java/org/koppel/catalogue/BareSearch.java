package org.koppel.catalogue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.koppel.shared.PartyId;

/** The statements of the catalogue over one JDBC connection: no server, no HTTP, no page, nothing remembered. Not for several threads. */
public final class BareSearch {
    private static final PartyId CUSTOMER = new PartyId("bouwgroep");
    private final Search search;
    private final Offers offers;
    private final Articles articles;

    public BareSearch(Connection connection) {
        Connection kept = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        CatalogueDatabase database = new CatalogueDatabase(proxy(DataSource.class, (proxy, method, arguments) -> kept));
        offers = new Offers(database, Clock.systemUTC());
        search = new Search(database, offers);
        articles = new Articles(database, offers);
    }

    /** @return how many hits the first page has */
    public int hits(String words) {
        return search.search(CUSTOMER, SearchQuery.of(words, "nl")).hits().size();
    }

    /** @return how many of the articles were priced */
    public int prices(List<String> numbers) {
        return offers.offers(
                        CUSTOMER,
                        numbers.stream().map(n -> Wanted.article(n, null)).toList(),
                        "nl")
                .size();
    }

    /** @return how many of the articles have a long text */
    public int texts(List<String> numbers) {
        return articles.texts(numbers, "nl").size();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(BareSearch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
