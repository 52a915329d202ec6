package org.koppel.punchout.peppol;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.List;
import org.koppel.codec.ubl.PeppolDocument;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.codec.ubl.PeppolRules;
import org.koppel.platform.DatabaseReady;

/**
 * Compiles the rules in the background, where somebody punches out by Peppol, so that the first buyer does not wait for it. A
 * cart that is known to be good has to pass: on a server without JAXB every document would fail, and this says so at once.
 */
@ApplicationScoped
class PeppolWarmUp {
    private static final System.Logger LOG = System.getLogger(PeppolWarmUp.class.getName());

    @Inject
    PeppolConnections connections;

    @Inject
    PeppolRules rules;

    @Resource
    private ManagedExecutorService background;

    void whenReady(@Observes @Priority(320) DatabaseReady ready) {
        if (connections.any()) {
            background.execute(
                    () -> findings().forEach(f -> LOG.log(Level.ERROR, "A good cart does not pass: {0}", f)));
        }
    }

    private List<PeppolFinding> findings() {
        try (InputStream good = PeppolWarmUp.class.getResourceAsStream("good-cart.xml")) {
            return rules.check(PeppolDocument.PUNCH_OUT, good.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the known good cart", e);
        }
    }
}
