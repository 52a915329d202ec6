package org.koppel.punchout.oci;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.koppel.platform.DatabaseReady;
import org.koppel.shared.PartyId;

/** What the demo's SAP SRM buyer has agreed: our vendor number there, UNSPSC as its material groups. */
@ApplicationScoped
class DemoConnections {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");

    @Inject
    OciConnections connections;

    @Transactional
    void fill(@Observes @Priority(300) DatabaseReady ready) {
        if (ready.demo()) {
            connections.agree(BOUWGROEP, new OciConnection("0000100234", "UNSPSC", "UNSPSC", 40, 40));
        }
    }
}
