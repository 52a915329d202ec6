package org.koppel.transport;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a partner sent by itself, not yet opened. Names of {@code headers} are in lower case; {@code body} is a file that is removed after
 * the answer; {@code remote} is the address of the peer.
 */
public record Arrival(Map<String, String> headers, Path body, String remote) {

    public Arrival {
        headers = Map.copyOf(headers);
    }

    /** Empty where there is none. @param name in lower case */
    public String header(String name) {
        return headers.getOrDefault(name, "").strip();
    }

    /** Never the contents. */
    @Override
    public String toString() {
        return "arrival from " + remote;
    }
}
