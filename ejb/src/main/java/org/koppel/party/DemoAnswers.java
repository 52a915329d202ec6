package org.koppel.party;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Json;
import org.koppel.platform.Settings;

/**
 * Where the demo's customers get their answers besides by mail: one CSV by FTP, the two of EDI, who are made known here too, EDIFACT by SFTP and DBF by FTP,
 * and X12 by SFTP. Written once.
 */
@ApplicationScoped
class DemoAnswers {
    private static final String SUPPLIER = "SUPPLIER";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Settings settings;

    @Inject
    private DemoSecrets secrets;

    @Transactional
    public void fill(@Observes @Priority(150) DatabaseReady ready) {
        if (!ready.demo()) {
            return;
        }
        identifier("ediplus", "14", "EDIPLUS");
        identifier("amerco", "ZZ", "AMERCO");
        Optional<Map<String, String>> sftp = account("SFTP");
        if (sftp.isPresent() && settings.text("KOPPEL_DEMO_SFTP_HOSTKEY").isPresent()) {
            sftp.get().put("hostkey", settings.text("KOPPEL_DEMO_SFTP_HOSTKEY").get());
            Map<String, String> edifact = new TreeMap<>(sftp.get());
            edifact.put("edifact.sender", SUPPLIER + ":14");
            edifact.put("edifact.recipient", "EDIPLUS:14");
            Map<String, String> x12 = new TreeMap<>(sftp.get());
            x12.put("x12.sender", "ZZ:" + SUPPLIER);
            x12.put("x12.recipient", "ZZ:AMERCO");
            for (String type : new String[] {"OrderResponse", "InterchangeReceipt"}) {
                channel("ediplus", type, "edifact-d96a", "sftp", edifact);
                channel("amerco", type, "x12-4010", "sftp", x12);
            }
        }
        account("FTP").ifPresent(ftp -> {
            ftp.put("security", "none");
            channel("bouwgroep", "OrderResponse", "csv", "ftp", ftp);
            channel("ediplus", "OrderResponse", "dbf", "ftp", ftp);
        });
    }

    /** How the demo's server of that protocol is reached, where there is one. */
    Optional<Map<String, String>> account(String server) {
        String prefix = "KOPPEL_DEMO_" + server + "_";
        return settings.text(prefix + "HOST").map(host -> {
            Map<String, String> account = new TreeMap<>();
            account.put("host", host);
            account.put("port", settings.text(prefix + "PORT").orElse(""));
            account.put("user", settings.text(prefix + "USER").orElse(""));
            account.put("password", secrets.get(server.toLowerCase(Locale.ROOT) + ".password"));
            return account;
        });
    }

    private void identifier(String customer, String scheme, String value) {
        em.createNativeQuery(
                        "insert into party_identifier (customer, scheme, value) values (:customer, :scheme, :value)"
                                + " on conflict do nothing")
                .setParameter("customer", customer)
                .setParameter("scheme", scheme)
                .setParameter("value", value)
                .executeUpdate();
    }

    /** Ports and keys may have changed since the last start, so the addresses of channels of the demo are written anew; what was switched off stays off. */
    void channel(String customer, String type, String format, String transport, Map<String, String> how) {
        int changed = em.createNativeQuery("update channel set settings = :settings where customer = :customer"
                        + " and document_type = :type and formats = :format and transport = :transport")
                .setParameter("settings", Json.write(how))
                .setParameter("customer", customer)
                .setParameter("type", type)
                .setParameter("format", format)
                .setParameter("transport", transport)
                .executeUpdate();
        if (changed == 0) {
            em.createNativeQuery("insert into channel (id, customer, document_type, formats, transport, settings)"
                            + " values (gen_random_uuid(), :customer, :type, :format, :transport, :settings)")
                    .setParameter("customer", customer)
                    .setParameter("type", type)
                    .setParameter("format", format)
                    .setParameter("transport", transport)
                    .setParameter("settings", Json.write(how))
                    .executeUpdate();
        }
    }
}
