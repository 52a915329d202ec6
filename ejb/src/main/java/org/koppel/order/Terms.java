package org.koppel.order;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.koppel.party.Customer;
import org.koppel.party.Site;
import org.koppel.shared.Money;

/**
 * What was agreed with a customer, as far as an order is judged by it: currency, how far an expected price may be from ours,
 * the address ids of its sites (none: any address is taken).
 */
record Terms(String currency, BiPredicate<Money, Money> tolerates, Set<String> sites) {

    static Terms of(Customer customer, List<Site> sites) {
        return new Terms(
                customer.currency(),
                customer::tolerates,
                sites.stream().map(Site::addressId).collect(Collectors.toUnmodifiableSet()));
    }
}
