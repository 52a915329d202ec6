package org.koppel.codec.ubl;

import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problems;
import org.koppel.document.Party;

/** What Peppol wants to know of both sides of an order beyond the order: the seller, and the electronic addresses. */
record PeppolParties(Party seller, String sellerEndpoint, String buyerEndpoint) {
    private static final String SELLER = "SellerSupplierParty/Party/";

    /** @param problems takes what is missing */
    static PeppolParties of(OrderMessage message, FormatSettings settings, Problems problems) {
        Party seller = settings.supplier();
        require(seller.name(), SELLER + "PartyLegalEntity/RegistrationName", "name", problems);
        require(seller.address().country(), SELLER + "PostalAddress/Country", "country", problems);
        String sells = PeppolWriter.endpoint(settings, Endpoints.SELLER, seller, "SellerSupplierParty", problems);
        return new PeppolParties(seller, sells, buyer(message, settings, problems));
    }

    /** One channel to a back office carries the orders of many buyers: what the order knows of its own goes before what is agreed. */
    private static String buyer(OrderMessage message, FormatSettings settings, Problems problems) {
        Party buyer = message.buyer() == null ? Party.named(null) : message.buyer();
        return Endpoints.known(buyer)
                .orElseGet(() -> Endpoints.agreed(settings, Endpoints.BUYER).orElseGet(() -> {
                    problems.add(
                            "MISSING_FIELD",
                            "BuyerCustomerParty/Party/EndpointID",
                            "The customer has no electronic address; give it a GLN or a VAT number");
                    return null;
                }));
    }

    private static void require(String value, String place, String what, Problems problems) {
        if (value == null) {
            problems.add("MISSING_FIELD", place, "The supplier has no " + what + "; complete its data");
        }
    }
}
