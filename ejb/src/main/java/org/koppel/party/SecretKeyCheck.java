package org.koppel.party;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Secrets;

/**
 * Ends the start when {@code KOPPEL_SECRET_KEY} is missing, unreadable or not the key of this database: without it no cXML partner can be
 * checked and nothing be delivered, and nobody would notice before the first of them comes.
 */
@ApplicationScoped
class SecretKeyCheck {
    private static final System.Logger LOG = System.getLogger(SecretKeyCheck.class.getName());

    @Inject
    private Secrets secrets;

    @Inject
    private Credentials credentials;

    protected SecretKeyCheck() {} // for CDI

    SecretKeyCheck(Secrets secrets, Credentials credentials) {
        this.secrets = secrets;
        this.credentials = credentials;
    }

    /** Before anything is encrypted with it. @throws IllegalStateException when there is no usable key */
    void readable(@Observes @Priority(10) DatabaseReady ready) {
        ending(secrets::check);
    }

    /** After the demo has set its secrets anew. @throws IllegalStateException when a stored secret was encrypted with another key */
    @Transactional
    public void fits(@Observes @Priority(890) DatabaseReady ready) {
        ending(() -> credentials.anyEncrypted().ifPresent(secrets::decrypt));
    }

    private static void ending(Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException e) {
            LOG.log(Level.ERROR, "Koppel does not start: {0}", e.getMessage());
            throw e;
        }
    }
}
