package org.koppel.transport.http;

import java.net.URI;

/** How a token is asked for (RFC 6749, 4.4): the partner's token address, and the client that was registered there. */
record OAuth(URI address, String client, String secret, String scope) {

    @Override
    public String toString() {
        return "OAuth client " + client + " at " + address; // no secret in logs
    }
}
