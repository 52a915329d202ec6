package org.koppel.document;

import java.util.List;
import java.util.Map;
import org.koppel.shared.DocumentNumber;

/**
 * A buyer's system asks for a shop visit (cXML {@code PunchOutSetupRequest}). {@code operation} is {@code create}, {@code edit},
 * {@code inspect} or {@code source}; {@code cookie} is what stood inside BuyerCookie, as XML; {@code returnUrl} (BrowserFormPost),
 * {@code language} (as written), {@code buyer} and {@code selectedItem} (our article number) may be null; {@code extrinsics} is
 * what else the buyer's system said.
 */
public record PunchOutRequest(
        DocumentNumber number,
        String operation,
        String cookie,
        String returnUrl,
        boolean test,
        List<Identity> from,
        List<Identity> to,
        String language,
        String buyer,
        String selectedItem,
        Map<String, String> extrinsics)
        implements Document {

    /** Who somebody is in a numbering scheme: {@code DUNS} {@code 123456789}. */
    public record Identity(String domain, String value) {}

    public PunchOutRequest {
        from = List.copyOf(from);
        to = List.copyOf(to);
        extrinsics = Map.copyOf(extrinsics);
    }
}
