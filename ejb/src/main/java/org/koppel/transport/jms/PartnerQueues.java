package org.koppel.transport.jms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.koppel.transport.UnusableSettingsException;

/** The queues that partners may use, by the name in the setting {@code queue}. */
@ApplicationScoped
class PartnerQueues {
    private static final String PLACE = "java:/jms/queue/partner/";

    @Resource(lookup = "java:/jms/PlainCF")
    private ConnectionFactory connections;

    /** A conversation with the broker, for one thread. */
    JMSContext open() {
        return connections.createContext();
    }

    /** @throws UnusableSettingsException when the setting names no queue of the broker */
    Queue queue(Map<String, String> settings) throws UnusableSettingsException {
        return queue(UnusableSettingsException.required(settings, "queue"));
    }

    @SuppressWarnings("BanJNDI") // names of this server only, below one place, of letters, digits, points and dashes
    Queue queue(String name) throws UnusableSettingsException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"queue\" is \"" + name + "\"; enter letters, digits, points and dashes");
        }
        try {
            return InitialContext.doLookup(PLACE + name);
        } catch (NamingException e) {
            throw new UnusableSettingsException(
                    "NO_QUEUE",
                    "The broker has no queue " + PLACE + name + "; add it (jms-queue add --queue-address=partner."
                            + name + " --entries=[" + PLACE + name + "]), or correct the setting");
        }
    }
}
