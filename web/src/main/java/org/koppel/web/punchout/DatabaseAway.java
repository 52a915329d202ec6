package org.koppel.web.punchout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.koppel.web.security.Unavailability;
import org.koppel.web.view.Pages;
import org.koppel.web.view.Texts;

/** What every entrance tells a buyer while the database is away: 503, when to come back, and that nothing is lost. */
final class DatabaseAway {
    private static final System.Logger LOG = System.getLogger(DatabaseAway.class.getName());

    private DatabaseAway() {}

    /** @throws RuntimeException the failure itself, when it has another cause */
    static void answer(RuntimeException failure, HttpServletRequest request, HttpServletResponse response, Pages pages)
            throws IOException {
        if (!Unavailability.isCauseOf(failure)) {
            throw failure;
        }
        LOG.log(Level.WARNING, "Answered 503: {0}", failure.toString());
        Texts texts = Texts.of("shop", request.getLocale().getLanguage());
        byte[] page = pages.render(
                "shop/refused.jte",
                Map.of("texts", texts, "key", "refused.UNAVAILABLE", "assets", request.getContextPath() + "/assets/"));
        response.setHeader("Retry-After", Integer.toString(Unavailability.RETRY_AFTER));
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page);
    }
}
