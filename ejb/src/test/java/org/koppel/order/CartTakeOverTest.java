package org.koppel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.order.Orders.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.catalogue.AnOffer;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.party.Buyer;
import org.koppel.party.Buyers;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Site;
import org.koppel.punchout.Attachment;
import org.koppel.punchout.ParkedCart;
import org.koppel.punchout.ParkedCarts;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Money;
import org.koppel.shared.PartyId;
import org.koppel.shared.UnitCode;

class CartTakeOverTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
    private static final Customer CUSTOMER = new NamedCustomer();
    private static final UUID PLAN = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private final CartTakeOver takeOver = new CartTakeOver();

    @BeforeEach
    void wire() {
        takeOver.carts = new OneLogo();
        takeOver.customers = new NoSites();
        takeOver.buyers = new OneBuyer();
    }

    @Test
    void whatAnOrderDoesNotSayIsTakenFromItsCart() {
        Order completed = completed(order(null, null, line("1", "100001", "2", "4.50")));

        assertThat(completed.buyer().contact())
                .isEqualTo(new Contact(null, "An Peeters", "an@bouwgroep.example", null));
        assertThat(completed.card().text()).isEqualTo("Welcome");
        assertThat(completed.card().logo()).isEqualTo("AQID");
        OrderLine line = completed.lines().get(0);
        assertThat(line.references())
                .containsExactly(
                        new Reference(Reference.Kind.ATTACHMENT, "plan.pdf", PLAN.toString()),
                        Reference.of(Reference.Kind.ACCOUNTING, "4711"));
        assertThat(line.requestedDelivery()).isEqualTo(FRIDAY);
        assertThat(line.note()).isEqualTo("ring twice");
    }

    @Test
    void whatAnOrderSaysStands() {
        Reference project = new Reference(Reference.Kind.ACCOUNTING, "Project", "P-1");
        OrderLine bare = line("1", "100001", "2", "4.50");
        OrderLine said = said(bare, List.of(project));
        Address yard = new Address("YARD", null, null, null, null, null, null, null);
        Party buyer = new Party("Bouw", null, null, new Contact(null, "Tom", null, null), null);
        Order order = order(buyer, yard, said);

        Order completed = completed(order);

        assertThat(completed.buyer()).isEqualTo(buyer);
        assertThat(completed.shipTo()).isEqualTo(yard);
        Reference plan = new Reference(Reference.Kind.ATTACHMENT, "plan.pdf", PLAN.toString());
        assertThat(completed.lines()).containsExactly(said(bare, List.of(project, plan)));
    }

    private static OrderLine said(OrderLine bare, List<Reference> references) {
        return new OrderLine(
                "1", bare.item(), bare.quantity(), bare.price(), FRIDAY.plusDays(3), "by the gate", null, references);
    }

    @Test
    void aLineThatWasNotInTheCartStaysAsItIs() {
        OrderLine added = line("2", "100777", "2", "4.50");
        assertThat(completed(order(null, null, line("1", "100001", "2", "4.50"), added))
                        .lines()
                        .get(1))
                .isEqualTo(added);
    }

    @Test
    void aLevyIsAccountedWithItsArticleButItsTextIsTheArticles() {
        Order order = order(null, null, line("1", "100001", "2", "4.50"), line("2", "RECUPEL", "2", "0.05"));
        Offer lamp = SurchargeLinesTest.lamp("500", Surcharge.Handling.OWN_LINE);

        OrderLine levy =
                completed(order, Map.of("1", as(lamp, "100001"))).lines().get(1);

        assertThat(levy.references()).containsExactly(Reference.of(Reference.Kind.ACCOUNTING, "4711"));
        assertThat(levy.requestedDelivery()).isEqualTo(FRIDAY);
        assertThat(levy.note()).isNull();
    }

    private static Offer as(Offer o, String article) {
        return AnOffer.of(article, o.description())
                .unit(o.unit())
                .steps(o.minimum(), o.step())
                .price(o.price())
                .stock(o.stock())
                .leadTimeDays(o.leadTimeDays())
                .taxPercent(o.taxPercent())
                .surcharges(o.surcharges())
                .build();
    }

    private Order completed(Order order) {
        return completed(order, Map.of());
    }

    private Order completed(Order order, Map<String, Offer> offers) {
        ParkedCart cart = new ParkedCart(
                UUID.randomUUID(),
                "C-1",
                List.of(new ParkedCart.Line(
                        1,
                        "100001",
                        new BigDecimal(2),
                        UnitCode.PIECE,
                        Price.perUnit(Money.of("4.50", "EUR")),
                        new Wishes(FRIDAY, "4711", "ring twice", null, "Welcome"))),
                new ParkedCart.Data(null, "an.peeters", "An Peeters", "Welcome", (Instant) null, false, null));
        return takeOver.completed(order, CUSTOMER, cart, offers);
    }

    private static Order order(Party buyer, Address shipTo, OrderLine... lines) {
        Order order = Orders.anOrder(lines);
        return new Order(
                order.number(),
                null,
                order.issuedAt(),
                order.currency(),
                null,
                false,
                buyer,
                null,
                shipTo,
                null,
                null,
                null,
                List.of(),
                order.lines());
    }

    private static final class OneLogo extends ParkedCarts {
        @Override
        public List<Attachment> attachments(UUID cart) {
            return List.of(
                    new Attachment(PLAN, "100001", "plan.pdf", "application/pdf", 7),
                    new Attachment(UUID.randomUUID(), "100002", "other.pdf", "application/pdf", 7));
        }

        @Override
        public Optional<byte[]> logo(UUID cart) {
            return Optional.of(new byte[] {1, 2, 3});
        }
    }

    private static final class NoSites extends Customers {
        @Override
        public List<Site> sites(PartyId customer) {
            return List.of();
        }
    }

    private static final class OneBuyer extends Buyers {
        @Override
        public Optional<Buyer> byLogin(PartyId customer, String login) {
            return Optional.of(new Buyer(login, "An Peeters", Optional.of("an@bouwgroep.example"), Optional.empty()));
        }
    }

    private static final class NamedCustomer extends Customer {
        @Override
        public PartyId id() {
            return new PartyId("bouwgroep");
        }

        @Override
        public String name() {
            return "Bouwgroep";
        }
    }
}
