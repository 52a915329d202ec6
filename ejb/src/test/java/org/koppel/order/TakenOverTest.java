package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.anOrder;
import static org.koppel.order.Orders.line;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.document.Order;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.shared.PartyId;

class TakenOverTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final UUID CART = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final Order ORDER = anOrder(line("1", "100001", "2", "4.50"));
    private final TakenOver takenOver = new TakenOver();

    @BeforeEach
    void wire() {
        takenOver.carts = new OneCart();
        takenOver.customers = new OneCustomer();
        takenOver.takeOver = new CartTakeOver();
        takenOver.takeOver.customers = takenOver.customers;
        takenOver.takeOver.buyers = new Nobody();
    }

    @Test
    void anOrderIsShownWithThePersonAndTheCardOfItsCartAndSaysSo() {
        TakenOver.Shown shown = takenOver.of(ORDER, BOUWGROEP, CART);

        assertThat(shown.order().buyer().contact().name()).isEqualTo("An Peeters");
        assertThat(shown.order().card().text()).isEqualTo("Welcome");
        assertThat(shown.fromCart()).containsExactly("buyer", "card");
        assertThat(shown.order().lines()).isEqualTo(ORDER.lines());
    }

    @Test
    void anOrderWithoutACartIsShownAsItCame() {
        assertThat(takenOver.of(ORDER, BOUWGROEP, null)).isEqualTo(new TakenOver.Shown(ORDER, List.of()));
    }

    @Test
    void anotherCustomersCartGivesNothing() {
        assertThat(takenOver.of(ORDER, new PartyId("zorggroep"), CART))
                .isEqualTo(new TakenOver.Shown(ORDER, List.of()));
    }

    private static final class OneCart extends ParkedCarts {
        @Override
        public Optional<ParkedCart> seen(PartyId customer, UUID cart) {
            ParkedCart.Data data = new ParkedCart.Data(null, null, "An Peeters", "Welcome", null, false, null);
            return Optional.of(new ParkedCart(cart, "C-1", List.of(), data)).filter(c -> customer.equals(BOUWGROEP));
        }
    }

    private static final class OneCustomer extends Customers {
        @Override
        public Optional<Customer> byId(PartyId id) {
            return Optional.of(new NamedCustomer());
        }

        @Override
        public List<Site> sites(PartyId customer) {
            return List.of();
        }
    }

    private static final class NamedCustomer extends Customer {
        @Override
        public PartyId id() {
            return BOUWGROEP;
        }

        @Override
        public String name() {
            return "Bouwgroep";
        }
    }

    private static final class Nobody extends Buyers {
        @Override
        public Optional<Buyer> byLogin(PartyId customer, String login) {
            return Optional.empty();
        }
    }
}
