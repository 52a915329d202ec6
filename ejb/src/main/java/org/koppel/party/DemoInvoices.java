package org.koppel.party;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Settings;

/** How a customer of the demo gets its invoices: Peppol BIS Billing by SFTP for its books, PDF by mail for its people. Written once. */
@ApplicationScoped
class DemoInvoices {
    private static final String CUSTOMER = "ediplus";
    private static final String TYPE = "Invoice";

    @Inject
    private DemoAnswers answers;

    @Inject
    private Settings settings;

    @Transactional
    public void fill(@Observes @Priority(160) DatabaseReady ready) {
        if (!ready.demo()) {
            return;
        }
        answers.channel(CUSTOMER, TYPE, "html,pdf", "mail", Map.of("to", "buchhaltung@ediplus.example"));
        answers.account("SFTP")
                .filter(account -> settings.text("KOPPEL_DEMO_SFTP_HOSTKEY").isPresent())
                .ifPresent(account -> {
                    Map<String, String> sftp = new TreeMap<>(account);
                    sftp.put(
                            "hostkey", settings.text("KOPPEL_DEMO_SFTP_HOSTKEY").orElseThrow());
                    answers.channel(CUSTOMER, TYPE, "peppol-bis-3", "sftp", sftp);
                });
    }
}
