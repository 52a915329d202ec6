package org.koppel.catalogue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import javax.sql.DataSource;
import org.koppel.shared.PartyId;

/** The statements of a search over one JDBC connection: no server, no HTTP, no page. Not for several threads. */
public final class BareSearch {
    private static final PartyId CUSTOMER = new PartyId("bouwgroep");
    private final Search search;

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
        search = new Search(database, new Offers(database, Clock.systemUTC()));
    }

    /** @return how many hits the first page has */
    public int hits(String words) {
        return search.search(CUSTOMER, SearchQuery.of(words, "nl")).hits().size();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(BareSearch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
