package org.koppel.web.shop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The buyer's shop. Its filters and mappers are its own, so that it never gets those of the API. */
@ApplicationPath("/shop")
public class ShopApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ShopResource.class,
                CartResource.class,
                WishesResource.class,
                TransferResource.class,
                QuickOrderResource.class,
                OrderListResource.class,
                VisitFilter.class,
                ShopHeaders.class,
                ShopErrorMapper.class);
    }
}
