package org.koppel.web.console;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.koppel.web.security.ConsoleSessionFilter;
import org.koppel.web.security.SecurityHeadersResponseFilter;
import org.koppel.web.security.VisitorFilter;

/** The console's pages. Classes are listed, so that the API's filters and these stay apart. */
@ApplicationPath("/console")
public class ConsoleApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                DashboardResource.class,
                SessionResource.class,
                MessagePageResource.class,
                OrderPageResource.class,
                InvoicePageResource.class,
                DeliveryPageResource.class,
                DocumentPageResource.class,
                DialectPageResource.class,
                CartPageResource.class,
                ShopPolicyPageResource.class,
                SynonymPageResource.class,
                SurchargePageResource.class,
                AccessoryPageResource.class,
                AssortmentPageResource.class,
                CustomerPageResource.class,
                CxmlPageResource.class,
                OrderFilePageResource.class,
                WayInPageResource.class,
                ChannelPageResource.class,
                BackOfficePageResource.class,
                SimulatorResource.class,
                SimulationResource.class,
                VisitorFilter.class,
                ConsoleSessionFilter.class,
                SecurityHeadersResponseFilter.class,
                ErrorPageMapper.class);
    }
}
