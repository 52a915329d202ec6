package org.koppel.codec.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;

/** Loads reports and fonts in the background when the server starts, so that the first confirmation is not the slow one. */
@ApplicationScoped
class ReportWarmUp {
    private static final System.Logger LOG = System.getLogger(ReportWarmUp.class.getName());

    @Inject
    private OrderResponsePdfWriter pdf;

    @Inject
    private OrderResponseHtmlWriter html;

    @Resource
    private ManagedExecutorService background;

    void atStart(@Observes Startup event) {
        background.execute(this::warmUp);
    }

    private void warmUp() {
        try {
            pdf.warmUp();
            html.warmUp();
        } catch (IOException e) {
            // the first document would fail in the same way and be recorded; this says it earlier
            LOG.log(Level.ERROR, "Reports cannot be rendered", e);
        }
    }
}
