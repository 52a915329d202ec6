package org.koppel.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Addresses on the web that settings name. */
public final class PartnerAddress {
    private PartnerAddress() {}

    /**
     * A whole address by HTTPS.
     *
     * @param onLoopback whether plain HTTP is allowed, as in the demo
     * @throws UnusableSettingsException when it is none, or has a user name or a fragment in it
     */
    public static URI of(String setting, String text, boolean onLoopback) throws UnusableSettingsException {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            boolean known = scheme.equalsIgnoreCase("https") || onLoopback && scheme.equalsIgnoreCase("http");
            if (known && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw unusable(setting, text); // the text says it all
        }
        throw unusable(setting, text);
    }

    /**
     * Koppel must not be led to the inside of its own network's machines: loopback, link-local and multicast addresses are
     * refused. Private networks are allowed, because partners are reached through tunnels.
     *
     * @param onLoopback whether addresses of this machine are allowed, as in the demo
     * @throws UnusableSettingsException when it leads inside
     */
    public static void requireForeign(String setting, URI address, boolean onLoopback)
            throws UnusableSettingsException, UnknownHostException {
        for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
            boolean inside = one.isLoopbackAddress() && !onLoopback
                    || one.isAnyLocalAddress()
                    || one.isLinkLocalAddress()
                    || one.isMulticastAddress();
            if (inside) {
                throw new UnusableSettingsException(
                        "FORBIDDEN_ADDRESS",
                        "The setting \"" + setting + "\" leads to " + one.getHostAddress()
                                + ", which is no address of a partner; correct it");
            }
        }
    }

    private static UnusableSettingsException unusable(String setting, String text) {
        return new UnusableSettingsException(
                "BAD_SETTING",
                "The setting \"" + setting + "\" is \"" + text
                        + "\"; enter a whole address that begins with https:// and has no user name in it");
    }
}
