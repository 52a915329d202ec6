package org.koppel.party;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.koppel.party.Credentials.Kind;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/**
 * The supplier and the customers of the demo. Their credentials are those of the secrets file, set anew at every start; the
 * companies themselves are written once.
 */
@ApplicationScoped
public class DemoParties {
    static final List<String> CUSTOMERS = List.of("bouwgroep", "zorggroep", "ediplus", "amerco");

    @Inject
    private DemoPartyRows rows;

    @Inject
    private Credentials credentials;

    @Inject
    private DemoSecrets demo;

    @Inject
    private Secrets secrets;

    DemoParties() {} // for CDI

    DemoParties(DemoPartyRows rows, Credentials credentials, DemoSecrets demo, Secrets secrets) {
        this.rows = rows;
        this.credentials = credentials;
        this.demo = demo;
        this.secrets = secrets;
    }

    /** @throws IllegalStateException when a secret of the demo is missing */
    @Transactional
    public void fill(@Observes @Priority(100) DatabaseReady ready) {
        if (!ready.demo()) {
            return;
        }
        rows.write();
        apiKey(null, demo.get("api.key"));
        CUSTOMERS.forEach(this::credentialsOf);
    }

    private void credentialsOf(String name) {
        PartyId customer = new PartyId(name);
        String prefix = "customer." + name + ".";
        apiKey(customer, demo.get(prefix + "api.key"));
        credentials.put(
                customer,
                Kind.OCI,
                "",
                demo.get(prefix + "oci.username"),
                Secrets.sha256(demo.get(prefix + "oci.password")),
                null);
        credentials.put(
                customer,
                Kind.CXML,
                demo.get(prefix + "cxml.domain"),
                demo.get(prefix + "cxml.identity"),
                null,
                secrets.encrypt(demo.get(prefix + "cxml.secret")));
    }

    /** A key is {@code <name>_<secret>}: found by its name, compared as a whole. */
    private void apiKey(PartyId customer, String key) {
        int split = key.indexOf('_');
        if (split < 1) {
            throw new IllegalStateException("An API key of the demo has no name before its first _");
        }
        credentials.put(customer, Kind.API_KEY, "", key.substring(0, split), Secrets.sha256(key), null);
    }
}
