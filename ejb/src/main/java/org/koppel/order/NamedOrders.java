package org.koppel.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Problem;
import org.koppel.document.Address;
import org.koppel.document.Party;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.PartyId;

/** Orders as the back office names them: by the buyer's number, and by the buyer where two of them used the same. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class NamedOrders {
    @Inject
    PurchaseOrders orders;

    @Inject
    Customers customers;

    /** The order, or why none can be named. */
    public record Named(Optional<UUID> order, Optional<Problem> problem) {

        private static Named not(String code, DocumentNumber number, String why) {
            return new Named(Optional.empty(), Optional.of(new Problem(code, "order " + number, why)));
        }
    }

    /**
     * @param buyer as the document names it: by GLN, VAT number, or our id of the customer as the id of its address; null, or
     *     without any of them, where the document does not say
     */
    public Named find(DocumentNumber number, Party buyer) {
        List<PurchaseOrder> all = orders.numbered(number);
        List<PurchaseOrder> its = all.stream()
                .filter(o -> isOf(customers.byId(o.customer()).orElseThrow(), buyer))
                .toList();
        List<PurchaseOrder> meant = its.isEmpty() && !isNamed(buyer) ? all : its;
        if (meant.isEmpty()) {
            String whose = isNamed(buyer) ? " of this buyer" : "";
            return Named.not(
                    "ORDER_UNKNOWN",
                    number,
                    "There is no order " + number + whose
                            + ". Compare the number with the order that was sent to you.");
        }
        if (meant.size() > 1) {
            return Named.not(
                    "ORDER_AMBIGUOUS",
                    number,
                    "Several buyers have an order " + number + ". Name the buyer by GLN, VAT number or customer id.");
        }
        return new Named(Optional.of(meant.get(0).id()), Optional.empty());
    }

    private boolean isNamed(Party buyer) {
        return buyer != null
                && (buyer.gln() != null
                        || buyer.vat() != null
                        || customerId(buyer).isPresent());
    }

    /** Our id of the customer; what is none of ours is the buyer's own id of a place. */
    private Optional<PartyId> customerId(Party buyer) {
        return Optional.ofNullable(buyer.address())
                .map(Address::id)
                .map(PartyId::new)
                .filter(id -> customers.byId(id).isPresent());
    }

    private boolean isOf(Customer customer, Party buyer) {
        if (!isNamed(buyer)) {
            return false;
        }
        boolean byGln = buyer.gln() != null && buyer.gln().equals(customer.gln());
        boolean byVat = buyer.vat() != null && buyer.vat().equals(customer.vatNumber());
        boolean byId = customerId(buyer).filter(customer.id()::equals).isPresent();
        return byGln || byVat || byId;
    }
}
