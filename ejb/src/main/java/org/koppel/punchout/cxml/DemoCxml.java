package org.koppel.punchout.cxml;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.koppel.platform.DatabaseReady;
import org.koppel.shared.PartyId;

/** What the demo's cXML buyers have agreed: one as on Ariba, one as on Coupa that can only create. */
@ApplicationScoped
class DemoCxml {
    @Inject
    CxmlConnections connections;

    void fill(@Observes @Priority(320) DatabaseReady ready) {
        if (ready.demo()) {
            connections.agree(
                    new PartyId("zorggroep"),
                    new CxmlConnection(
                            "cxml-urlencoded",
                            "1.2.063",
                            "1.2.014",
                            "NZI",
                            false,
                            "edit",
                            List.of("CostCenter"),
                            true));
            connections.agree(
                    new PartyId("amerco"),
                    new CxmlConnection(
                            "cXML-base64", "1.2.023", "1.2.021", "UNSPSC", true, "create", List.of(), false));
        }
    }
}
