package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.punchout.ACartItem;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class OciItemsTest {
    private static final String HOSTILE = "\"><script>alert('x')</script>\u0000\u0007\r\nNEW_ITEM-PRICE[1]=0 "
            + "\uD83D\uDE00\u202E € Łódź ½\" kabel 3×2,5 mm² – 100 Ω, extra lange omschrijving die nergens past";
    /** Lengths of OCI 4.0. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("DESCRIPTION", 40),
            Map.entry("MATNR", 40),
            Map.entry("QUANTITY", 15),
            Map.entry("UNIT", 3),
            Map.entry("PRICE", 15),
            Map.entry("CURRENCY", 5),
            Map.entry("PRICEUNIT", 5),
            Map.entry("LEADTIME", 5),
            Map.entry("VENDOR", 10),
            Map.entry("VENDORMAT", 40),
            Map.entry("MANUFACTCODE", 10),
            Map.entry("MANUFACTMAT", 40),
            Map.entry("MATGROUP", 10),
            Map.entry("EXT_QUOTE_ID", 35),
            Map.entry("EXT_QUOTE_ITEM", 10),
            Map.entry("EXT_PRODUCT_ID", 40),
            Map.entry("EXT_SCHEMA_TYPE", 10),
            Map.entry("EXT_CATEGORY_ID", 60));

    private final CartItem cable = item("100001", "Installatiekabel 3G2,5", null);

    @Test
    void anItemCarriesAllThatOciAsksFor() {
        assertThat(values(List.of(cable), OciConnection.PLAIN, StandardCharsets.ISO_8859_1))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("NEW_ITEM-DESCRIPTION[1]", "Installatiekabel 3G2,5"),
                        Map.entry("NEW_ITEM-QUANTITY[1]", "2"),
                        Map.entry("NEW_ITEM-UNIT[1]", "PCE"),
                        Map.entry("NEW_ITEM-PRICE[1]", "12.5"),
                        Map.entry("NEW_ITEM-CURRENCY[1]", "EUR"),
                        Map.entry("NEW_ITEM-PRICEUNIT[1]", "1"),
                        Map.entry("NEW_ITEM-LEADTIME[1]", "2"),
                        Map.entry("NEW_ITEM-VENDORMAT[1]", "100001"),
                        Map.entry("NEW_ITEM-MANUFACTMAT[1]", "XVB-3G2.5"),
                        Map.entry("NEW_ITEM-MANUFACTCODE[1]", "Nexans"),
                        Map.entry("NEW_ITEM-EXT_QUOTE_ID[1]", "7K2QM9XF4TZW"),
                        Map.entry("NEW_ITEM-EXT_QUOTE_ITEM[1]", "1"),
                        Map.entry("NEW_ITEM-EXT_PRODUCT_ID[1]", "100001"),
                        Map.entry("NEW_ITEM-EXT_SCHEMA_TYPE[1]", "UNSPSC"),
                        Map.entry("NEW_ITEM-EXT_CATEGORY_ID[1]", "26121600")));
    }

    @Test
    void aLineOfNoCartHasNoNumberInOne() {
        OciItems.Origin nowhere = new OciItems.Origin(null, "bouwgroep", null);
        assertThat(OciItems.of(List.of(cable), nowhere, whole(OciConnection.PLAIN), StandardCharsets.UTF_8))
                .extracting(FormField::name)
                .contains("NEW_ITEM-EXT_PRODUCT_ID[1]")
                .doesNotContain("NEW_ITEM-EXT_QUOTE_ID[1]", "NEW_ITEM-EXT_QUOTE_ITEM[1]");
    }

    @Test
    void theBuyersOwnNumberStandsInPlaceOfTheDescription() {
        Map<String, String> fields =
                values(List.of(item("100002", "Kabel", "4711-B")), OciConnection.PLAIN, StandardCharsets.ISO_8859_1);
        assertThat(fields).containsEntry("NEW_ITEM-MATNR[1]", "4711-B").doesNotContainKey("NEW_ITEM-DESCRIPTION[1]");
        assertThat(fields).containsEntry("NEW_ITEM-LONGTEXT_1:132[]", "Kabel");
    }

    @Test
    void anOwnNumberThatDoesNotFitIsNotCutButTheDescriptionSent() {
        OciConnection short18 = new OciConnection(null, null, null, 18, 22);
        Map<String, String> fields =
                values(List.of(item("100002", "Kabel", "1234567890123456789")), short18, StandardCharsets.ISO_8859_1);
        assertThat(fields).containsEntry("NEW_ITEM-DESCRIPTION[1]", "Kabel").doesNotContainKey("NEW_ITEM-MATNR[1]");
    }

    @Test
    void agreementsOfTheConnectionFillVendorAndMaterialGroup() {
        OciConnection agreed = new OciConnection("0000100234", "ETIM", null, 40, 40);
        Map<String, String> fields = values(List.of(cable), agreed, StandardCharsets.ISO_8859_1);
        assertThat(fields)
                .containsEntry("NEW_ITEM-VENDOR[1]", "0000100234")
                .containsEntry("NEW_ITEM-MATGROUP[1]", "EC003248")
                .doesNotContainKey("NEW_ITEM-EXT_CATEGORY_ID[1]")
                .doesNotContainKey("NEW_ITEM-EXT_SCHEMA_TYPE[1]");
    }

    @Test
    void itemsAreCountedFromOneAndTheLongTextHasItsIndexBeforeTheColon() {
        CartItem second = ACartItem.of(2, "100002", "Kort")
                .longText("Regel een\r\nRegel twee")
                .quantity(BigDecimal.TEN, UnitCode.PIECE)
                .price(Price.perUnit(Money.of("1", "EUR")))
                .leadTimeDays(1)
                .build();
        Map<String, String> fields = values(List.of(cable, second), OciConnection.PLAIN, StandardCharsets.ISO_8859_1);
        assertThat(fields)
                .containsEntry("NEW_ITEM-VENDORMAT[2]", "100002")
                .containsEntry("NEW_ITEM-EXT_QUOTE_ITEM[2]", "2")
                .containsEntry("NEW_ITEM-LONGTEXT_2:132[]", "Regel een\nRegel twee");
    }

    @Test
    void noFieldIsEverEmptyTooLongOrOutsideTheCharset() {
        CartItem hostile = ACartItem.of(1, "A/1 \u20ac", HOSTILE)
                .longText(HOSTILE)
                .quantity(new BigDecimal("12345678901.234"), new UnitCode("XBX"))
                .price(new Price(Money.of("0.000123", "EUR"), BigDecimal.ONE))
                .leadTimeDays(1234567)
                .buyersId(HOSTILE)
                .manufacturer(HOSTILE)
                .manufacturersId(HOSTILE)
                .classifications(
                        List.of(new Classification("UNSPSC", "24", HOSTILE), new Classification(HOSTILE, null, "1")))
                .build();
        for (Charset charset :
                List.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII, StandardCharsets.UTF_8)) {
            List<FormField> fields = OciItems.of(
                    List.of(hostile),
                    new OciItems.Origin(HOSTILE, "bouwgroep", HOSTILE),
                    whole(OciConnection.PLAIN),
                    charset);
            assertThat(fields).isNotEmpty().allSatisfy(f -> {
                String name = f.name().replaceAll("NEW_ITEM-(.*)\\[1]", "$1");
                assertThat(f.value()).isNotBlank();
                assertThat(charset.newEncoder().canEncode(f.value())).isTrue();
                assertThat(f.value()).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
                assertThat(f.value()).doesNotContain("?");
                if (!name.startsWith("NEW_ITEM-LONGTEXT")) {
                    assertThat(LENGTHS).containsKey(name);
                    assertThat(f.value().length()).as(name).isLessThanOrEqualTo(LENGTHS.get(name));
                }
            });
            assertThat(fields).contains(new FormField("NEW_ITEM-QUANTITY[1]", "12345678901.234"));
            assertThat(fields).contains(new FormField("NEW_ITEM-LEADTIME[1]", "99999"));
        }
    }

    @Test
    void aDescriptionThatTheCharsetCannotSayAtAllGivesWayToTheArticleNumber() {
        Map<String, String> fields =
                values(List.of(item("100003", "电缆", null)), OciConnection.PLAIN, StandardCharsets.ISO_8859_1);
        assertThat(fields).containsEntry("NEW_ITEM-DESCRIPTION[1]", "100003");
    }

    private static Dialect whole(OciConnection agreed) {
        return Profiles.resolved(agreed.dialect());
    }

    private static Map<String, String> values(List<CartItem> items, OciConnection connection, Charset charset) {
        Map<String, String> values = new TreeMap<>();
        OciItems.of(items, new OciItems.Origin("7K2QM9XF4TZW", "bouwgroep", null), whole(connection), charset)
                .forEach(f -> values.put(f.name(), f.value()));
        return values;
    }

    private static CartItem item(String article, String description, String buyersId) {
        return ACartItem.of(1, article, description)
                .quantity(new BigDecimal("2.000"), UnitCode.PIECE)
                .price(Price.perUnit(Money.of("12.5000", "EUR")))
                .leadTimeDays(2)
                .buyersId(buyersId)
                .manufacturer("Nexans")
                .manufacturersId("XVB-3G2.5")
                .gtin("5412345678908")
                .classifications(List.of(
                        new Classification("UNSPSC", "24", "26121600"), new Classification("ETIM", "9", "EC003248")))
                .build();
    }
}
