package org.koppel.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.koppel.platform.Settings;
import org.koppel.shared.PartyId;

/**
 * Says whether a buyer's browser may be sent to an address (OCI {@code HOOK_URL}, cXML {@code BrowserFormPost}). Koppel
 * itself never calls it.
 */
@ApplicationScoped
public class ReturnAddresses {
    @Inject
    private Customers customers;

    @Inject
    private Settings settings;

    /**
     * The address as it may be used, at one of the customer's allowed origins: without a fragment, its query percent-encoded. The address
     * as it was given must not be used.
     *
     * @throws ReturnAddressRefusedException naming the reason and the cure
     */
    public URI check(PartyId customer, String address) {
        if (ReturnAddress.isSimulator(address, settings.text("KOPPEL_PUBLIC_URL"))) {
            return URI.create(address);
        }
        return ReturnAddress.check(address, customers.allowedOrigins(customer), settings.demo());
    }

    /** {@code scheme://host:port} of an address that was checked, for {@code form-action} and {@code frame-ancestors}. */
    public static String origin(URI checked) {
        return checked.getScheme() + "://" + checked.getRawAuthority();
    }

    /** The same as {@link #check}, for callers that only ask. */
    public Optional<URI> allowed(PartyId customer, String address) {
        try {
            return Optional.of(check(customer, address));
        } catch (ReturnAddressRefusedException e) {
            return Optional.empty(); // the reason is of no use to who only asks
        }
    }
}
