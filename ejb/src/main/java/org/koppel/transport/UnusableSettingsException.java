package org.koppel.transport;

import java.util.Map;

/** The channel's settings do not let a delivery be made; a person has to change them. */
public class UnusableSettingsException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    public UnusableSettingsException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** @throws UnusableSettingsException when it is missing or blank */
    public static String required(Map<String, String> settings, String name) throws UnusableSettingsException {
        String value = settings.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new UnusableSettingsException(
                    "MISSING_SETTING", "The setting \"" + name + "\" is empty; enter it at the channel");
        }
        return value;
    }

    /** The delivery is parked until a person has changed the channel. */
    public DeliveryOutcome outcome() {
        return DeliveryOutcome.rejected(code, getMessage());
    }
}
