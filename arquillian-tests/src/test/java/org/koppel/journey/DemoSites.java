package org.koppel.journey;

import java.util.Map;

/** Where the demo customers have their goods delivered, by the address ids of their own systems. */
final class DemoSites {
    private static final Map<String, String> USUAL =
            Map.of("bouwgroep", "HQ", "zorggroep", "MAIN", "ediplus", "LAGER", "amerco", "PLANT1");

    private DemoSites() {}

    static String usual(String customer) {
        return USUAL.get(customer);
    }
}
