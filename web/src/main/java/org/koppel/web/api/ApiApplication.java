package org.koppel.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.koppel.web.security.ApiKeyFilter;
import org.koppel.web.security.SecurityHeadersResponseFilter;

/** REST below {@code /api}. Classes are listed, so that the console's filters and these stay apart. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Koppel",
                        version = "1",
                        description = "Documents in, documents out: hand over messages in any supported format, follow"
                                + " orders, fetch every document in every format, watch and repeat deliveries. A customer's"
                                + " key sees that customer's data only. Lists are paged: ask again with after=<next>."
                                + " Errors are application/problem+json with code, title, detail and problems[]; a 5xx"
                                + " carries Retry-After when trying again can help.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What is wrong, and what to do about it",
                                        content =
                                                @Content(
                                                        mediaType = ProblemDetail.MEDIA_TYPE,
                                                        schema = @Schema(implementation = ProblemDetail.class)))),
        security = @SecurityRequirement(name = "apiKey"))
@SecurityScheme(
        securitySchemeName = "apiKey",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "name_secret",
        description = "The API key of the back office or of a customer: Authorization: Bearer <key>")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                MessageResource.class,
                OrderResource.class,
                DocumentResource.class,
                DeliveryResource.class,
                ArticleResource.class,
                AttachmentResource.class,
                JsonProvider.class,
                ApiKeyFilter.class,
                SecurityHeadersResponseFilter.class,
                HttpProblemMapper.class,
                InvalidFilterMapper.class,
                RefusalMappers.UnknownDelivery.class,
                RefusalMappers.UnknownDocument.class,
                RefusalMappers.UnknownMessage.class,
                RefusalMappers.UnknownOrder.class,
                RefusalMappers.IllegalOrderState.class,
                RefusalMappers.InvalidDespatch.class,
                RefusalMappers.IllegalDeliveryState.class,
                RefusalMappers.UnsupportedFormat.class,
                LastResortMapper.class);
    }
}
