package org.koppel.punchout.peppol;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.koppel.platform.DatabaseReady;
import org.koppel.punchout.peppol.PeppolConnection.Encoding;
import org.koppel.shared.PartyId;

/** What the demo's Peppol buyer has agreed: both electronic addresses. */
@ApplicationScoped
class DemoPunchOut {
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");

    @Inject
    PeppolConnections connections;

    void fill(@Observes @Priority(310) DatabaseReady ready) {
        if (ready.demo()) {
            connections.agree(
                    ZORGGROEP,
                    new PeppolConnection("0208:0987654394", "0208:0123456749", "catalogue", Encoding.XML, 30));
        }
    }
}
