package org.koppel.web.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/** Says in {@code /openapi} of every answer of 400 and above that it is a {@link ProblemDetail}, so that no resource has to. */
public class ProblemResponses implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().forEach((code, response) -> {
                if (code.matches("[45]\\d\\d")) {
                    response.setContent(problem());
                }
            });
        }
        return operation;
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemDetail.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("ProblemDetail")));
    }
}
