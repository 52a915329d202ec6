package org.koppel.web.simulator.judge;

import java.util.Map;
import java.util.Set;

/**
 * What a customer's dialect agreed beside the version of OCI: the decimal separator, fields with their own lengths, and units of
 * its own spelling.
 *
 * @param version 2.0, 3.0, 4.0 or 5.0
 * @param lengths by the name of the field; null: not said
 * @param xml whether one document goes home instead of fields, about which no rule here says anything
 */
public record OciAgreement(
        String version, String separator, Map<String, Integer> lengths, Set<String> units, boolean xml) {
    /** Plain OCI 4.0. */
    public static final OciAgreement PLAIN = new OciAgreement("4.0", ".", Map.of(), Set.of(), false);
}
