package org.koppel.punchout.peppol;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.koppel.codec.ubl.PeppolDocument;
import org.koppel.codec.ubl.PeppolFinding;
import org.koppel.codec.ubl.PeppolRules;
import org.koppel.platform.DatabaseReady;

/**
 * Compiles the rules in the background a minute after the start, where somebody punches out by Peppol, so that the first buyer does not wait for it. A
 * cart that is known to be good has to pass: on a server without JAXB every document would fail, and this says so at once.
 */
@ApplicationScoped
class PeppolWarmUp {
    private static final System.Logger LOG = System.getLogger(PeppolWarmUp.class.getName());
    /** It takes seconds of processor time; what waited while the server was down goes first. */
    private static final Duration AFTER = Duration.ofMinutes(1);

    @Inject
    PeppolConnections connections;

    @Inject
    PeppolRules rules;

    @Resource
    private ManagedScheduledExecutorService background;

    void whenReady(@Observes @Priority(320) DatabaseReady ready) {
        if (connections.any()) {
            background.schedule(this::warmUp, AFTER.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void warmUp() {
        findings().forEach(f -> LOG.log(Level.ERROR, "A good cart does not pass: {0}", f));
    }

    private List<PeppolFinding> findings() {
        try (InputStream good = PeppolWarmUp.class.getResourceAsStream("good-cart.xml")) {
            return rules.check(PeppolDocument.PUNCH_OUT, good.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the known good cart", e);
        }
    }
}
