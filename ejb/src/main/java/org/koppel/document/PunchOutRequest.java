package org.koppel.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.UnitCode;

/**
 * A buyer's system asks for a shop visit (cXML {@code PunchOutSetupRequest}). {@code operation} is {@code create}, {@code edit},
 * {@code inspect} or {@code source}; {@code cookie} is what stood inside BuyerCookie, as XML; {@code extrinsics} is what else the
 * buyer's system said; {@code lines} is the cart to change or look at. {@code returnUrl} (BrowserFormPost), {@code language} (as
 * written), {@code contact} (the buyer), {@code shipTo}, {@code selectedItem} (our article number) and {@code selectedAuxiliary} may be
 * null.
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
        Contact contact,
        Address shipTo,
        String selectedItem,
        String selectedAuxiliary,
        Map<String, String> extrinsics,
        List<Line> lines)
        implements Document {

    /** Who somebody is in a numbering scheme: {@code DUNS} {@code 123456789}. */
    public record Identity(String domain, String value) {}

    /**
     * A line of the cart as the buyer's system has it. One of {@code article} (our number) and {@code buyersId} is there;
     * {@code auxiliary} (what we sent with the line), {@code unit}, {@code price} and {@code description} may be null.
     */
    public record Line(
            String article,
            String auxiliary,
            String buyersId,
            BigDecimal quantity,
            UnitCode unit,
            Price price,
            String description) {}

    public PunchOutRequest {
        from = List.copyOf(from);
        to = List.copyOf(to);
        extrinsics = Map.copyOf(extrinsics);
        lines = List.copyOf(lines);
    }
}
