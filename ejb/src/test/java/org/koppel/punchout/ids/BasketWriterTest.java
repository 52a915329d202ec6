package org.koppel.punchout.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koppel.document.Price;
import org.koppel.punchout.ACartItem;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class BasketWriterTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-03-02T09:05:07");
    private static final Basket.Header HEADER =
            new Basket.Header("A-77", "B-17", "2026-03-09", "Abholung", "Am Tor", "Müller & Söhne");
    private static final Basket.Position KITCHEN = position("01.02", "2");
    private static final Basket.Position BATH = position("01.03", "3");

    @Test
    void theBasketFollowsTheOrderOfTheSchema() {
        String xml = writer(IdsConnection.PLAIN)
                .write("7K2QM9XF4TZW", HEADER, Allotment.of(cable("5"), List.of(KITCHEN, BATH)), MONDAY);
        assertThat(xml)
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<Warenkorb xmlns=\"http://www.itek.de/Shop-Anbindung/Warenkorb/\">"
                        + "<WarenkorbInfo><Date>2026-03-02</Date><Time>09:05:07</Time>"
                        + "<RueckgabeKZ>Warenkorbrückgabe</RueckgabeKZ><Version>2.5</Version></WarenkorbInfo>"
                        + "<Order><OrderInfo><InquiryNo>A-77</InquiryNo><OfferNo>7K2QM9XF4TZW</OfferNo><PartNo>B-17</PartNo>"
                        + "<DeliveryDate>2026-03-09</DeliveryDate><ModeOfShipment>Abholung</ModeOfShipment><Cur>EUR</Cur>"
                        + "<ZusatzText>Am Tor</ZusatzText><Kommission>Müller &amp; Söhne</Kommission></OrderInfo>"
                        + line("01.02", 1, "2.00", "25.00")
                        + line("01.03", 2, "3.00", "37.50")
                        + "</Order></Warenkorb>");
    }

    @Test
    void whatWasFoundInTheShopHasNoReferences() {
        String xml = writer(IdsConnection.PLAIN)
                .write("7K2QM9XF4TZW", Basket.Header.NONE, Allotment.of(cable("1"), List.of()), MONDAY);
        assertThat(xml).doesNotContain("RefItems").contains("<ModeOfShipment>Lieferung</ModeOfShipment>");
    }

    @Test
    void theDayThatAllLinesWantAndTheCardStandInTheHeader() {
        CartItem plain = cable("1");
        CartItem said = ACartItem.of(1, plain.article(), plain.description())
                .quantity(plain.quantity(), plain.unit())
                .price(plain.price())
                .leadTimeDays(2)
                .wishes(new Wishes(LocalDate.of(2026, 3, 20), null, null, null, "Alles\nGute"))
                .build();
        assertThat(writer(IdsConnection.PLAIN).write("R", HEADER, Allotment.of(said, List.of()), MONDAY))
                .contains("<DeliveryDate>2026-03-20</DeliveryDate>", "<ZusatzText>Alles Gute</ZusatzText>");
    }

    @Test
    void aNetPriceForUnitsSaysForHowMany() {
        IdsConnection perUnit = new IdsConnection(null, IdsConnection.NetPrice.UNIT);
        CartItem wire = item("1200", new Price(Money.of("9000.12345", "EUR"), new BigDecimal("1000")));
        assertThat(writer(perUnit).write("R", HEADER, Allotment.of(wire, List.of()), MONDAY))
                .contains("<NetPrice>9000.1235</NetPrice><PriceBasis>1000.00</PriceBasis>");
        assertThat(writer(IdsConnection.PLAIN).write("R", HEADER, Allotment.of(wire, List.of()), MONDAY))
                .contains("<NetPrice>10800.15</NetPrice><VAT>");
    }

    @Test
    void aLevyHasTheVatThatTheCartFrozeAndNoneWhereTheGoodsAreNotTaxed() {
        CartItem levy = ACartItem.of(2, "SABAM", "Sabam")
                .quantity(BigDecimal.ONE, new UnitCode("H87"))
                .price(Price.perUnit(Money.of("1.20", "EUR")))
                .leadTimeDays(2)
                .taxPercent(new BigDecimal("6"))
                .build();
        assertThat(writer(IdsConnection.PLAIN).write("R", HEADER, Allotment.of(levy, List.of()), MONDAY))
                .contains("<ArtNo>SABAM</ArtNo>", "<NetPrice>1.20</NetPrice><VAT>6.00</VAT>");
        assertThat(new BasketWriter(IdsConnection.PLAIN, Map.of())
                        .write("R", HEADER, Allotment.of(levy, List.of()), MONDAY))
                .doesNotContain("<VAT>");
    }

    @Test
    void aBasketThatComesHomeCanBeSentAgain() throws Exception {
        String xml = writer(IdsConnection.PLAIN)
                .write("R", HEADER, Allotment.of(cable("5"), List.of(KITCHEN, BATH)), MONDAY);
        Basket again = BasketReader.read(xml);
        assertThat(again.header()).isEqualTo(HEADER);
        assertThat(again.positions()).extracting(Basket.Position::reference).containsExactly("01.02", "01.03");
    }

    @Test
    void positionsShareWhatIsInTheCartInTheirOwnOrder() {
        assertThat(shares("5")).containsExactly("01.02=2", "01.03=3");
        assertThat(shares("9")).containsExactly("01.02=2", "01.03=7");
        assertThat(shares("1")).containsExactly("01.02=1");
    }

    private static List<String> shares(String quantity) {
        return Allotment.of(cable(quantity), List.of(KITCHEN, BATH)).stream()
                .map(a -> a.position().reference() + "=" + a.quantity())
                .toList();
    }

    private static String line(String reference, int number, String quantity, String price) {
        return "<OrderItem><RefItems><Customer>" + reference + "</Customer><Supplier>" + number
                + "</Supplier></RefItems><EAN>5412345678908</EAN><ArtNo>100001</ArtNo><Qty>" + quantity
                + "</Qty><QU>PCE</QU><Kurztext>Kabel 3x2,5</Kurztext><Langtext>Lang &lt;b&gt;</Langtext><NetPrice>"
                + price
                + "</NetPrice><VAT>21.00</VAT></OrderItem>";
    }

    private static BasketWriter writer(IdsConnection connection) {
        return new BasketWriter(connection, Map.of("100001", new BigDecimal("21")));
    }

    private static Basket.Position position(String reference, String quantity) {
        return new Basket.Position("100001", null, new BigDecimal(quantity), null, reference, null, 1);
    }

    private static CartItem cable(String quantity) {
        return item(quantity, Price.perUnit(Money.of("12.5", "EUR")));
    }

    private static CartItem item(String quantity, Price price) {
        return ACartItem.of(1, "100001", "Kabel 3x2,5")
                .longText("Lang <b>")
                .quantity(new BigDecimal(quantity), new UnitCode("H87"))
                .price(price)
                .leadTimeDays(2)
                .manufacturer("Nexans")
                .manufacturersId("X")
                .gtin("5412345678908")
                .build();
    }
}
