package org.koppel.web.portal;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.koppel.web.security.PortalSessionFilter;
import org.koppel.web.security.PortalVisitorFilter;
import org.koppel.web.security.SecurityHeadersResponseFilter;

/** The customers' own pages. Classes are listed, so that the filters of console and API stay apart. */
@ApplicationPath("/portal")
public class PortalApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                PortalHomeResource.class,
                PortalSessionResource.class,
                InvitationResource.class,
                PortalOrderResource.class,
                PortalFileResource.class,
                CommitmentResource.class,
                SiteResource.class,
                BuyerResource.class,
                GrantResource.class,
                NotificationResource.class,
                PortalDialectResource.class,
                CouplingResource.class,
                PortalVisitorFilter.class,
                PortalSessionFilter.class,
                SecurityHeadersResponseFilter.class,
                PortalErrorMapper.class);
    }
}
