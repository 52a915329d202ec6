package org.koppel.punchout.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.koppel.catalogue.ArticleFacts;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Surcharge;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.punchout.ACartItem;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.Wishes;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

class DialectTest {
    static final CartItem CABLE = ACartItem.of(1, "100001", "Installatiekabel 3G2,5")
            .quantity(new BigDecimal("2.5"), new UnitCode("MTR"))
            .price(new Price(new Money(new BigDecimal("1.2345"), "EUR"), BigDecimal.ONE))
            .leadTimeDays(2)
            .manufacturer("Nexans")
            .manufacturersId("XVB")
            .gtin("5412345678908")
            .classifications(List.of(
                    new Classification("ETIM", "9.0", "EC003248"), new Classification("UNSPSC", null, "26121600")))
            .build();

    static List<String> profiles() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileWorksAndSurvivesItsFile(String name) {
        Dialect whole = Profiles.byName(name);
        assertThat(fields(whole)).containsEntry("NEW_ITEM-VENDORMAT[1]", "100001");
        assertThat(DialectYaml.read(DialectYaml.write(whole))).isEqualTo(whole);
    }

    @Test
    void aProfileWhoseFactsAreNotPublicSaysSo() {
        assertThat(Profiles.names().stream()
                        .filter(n -> Profiles.byName(n).unconfirmed().isEmpty()))
                .containsExactly("generic-oci", "sap-srm", "onventis");
    }

    @Test
    void onlyTheProfileOfOciFiveSendsTheTaxRate() {
        CartItem taxed = ACartItem.of(CABLE.number(), CABLE.article(), CABLE.description())
                .longText(CABLE.longText())
                .quantity(CABLE.quantity(), CABLE.unit())
                .price(CABLE.price())
                .leadTimeDays(CABLE.leadTimeDays())
                .buyersId(CABLE.buyersId())
                .manufacturer(CABLE.manufacturer())
                .manufacturersId(CABLE.manufacturersId())
                .gtin(CABLE.gtin())
                .classifications(CABLE.classifications())
                .taxPercent(new BigDecimal("21.00"))
                .build();
        ReturnAddress home = new ReturnAddress("https://srm.example", List.of(), "_top", "UTF-8");
        OciItems.Origin origin = new OciItems.Origin("0123456789AB", "bouwgroep", null);

        for (String profile : Profiles.names()) {
            List<FormField> sent = OciHandBack.form(home, List.of(taxed), origin, Profiles.byName(profile))
                    .fields();
            FormField tax = new FormField("NEW_ITEM-TAX[1]", "21");
            assertThat(sent.contains(tax)).as(profile).isEqualTo(profile.equals("generic-oci-5"));
        }
        assertThat(fields(Profiles.byName("generic-oci-5"))).doesNotContainKey("NEW_ITEM-TAX[1]");
    }

    @Test
    void aDialectCarriesWhatTheBuyerSaidWithTheCart() {
        Dialect dialect = whole("""
                base: generic-oci
                fields:
                  - {name: CUST_FIELD1, from: COST_CENTRE}
                  - {name: CUST_FIELD2, from: WANTED_DATE}
                  - {name: CUST_FIELD3, from: SITE}
                  - {name: CUST_FIELD4, from: CARD_TEXT, cut: true}
                  - {name: CUST_FIELD5, from: LINE_TEXT, length: 255}
                """);
        CartItem said = ACartItem.of(1, "100001", "Cable")
                .quantity(BigDecimal.ONE, UnitCode.PIECE)
                .price(Price.perUnit(Money.of("1.00", "EUR")))
                .leadTimeDays(2)
                .wishes(new Wishes(LocalDate.of(2026, 1, 9), "4711", "ring twice", "YARD", "Hi"))
                .build();
        ReturnAddress home = new ReturnAddress("https://srm.example", List.of(), "_top", "UTF-8");
        OciItems.Origin origin = new OciItems.Origin("0123456789AB", "bouwgroep", null);
        assertThat(OciHandBack.form(home, List.of(said), origin, dialect).fields())
                .contains(
                        new FormField("NEW_ITEM-CUST_FIELD1[1]", "4711"),
                        new FormField("NEW_ITEM-CUST_FIELD2[1]", "2026-01-09"),
                        new FormField("NEW_ITEM-CUST_FIELD3[1]", "YARD"),
                        new FormField("NEW_ITEM-CUST_FIELD4[1]", "Hi"),
                        new FormField("NEW_ITEM-CUST_FIELD5[1]", "ring twice"));
        assertThat(fields(dialect)).doesNotContainKey("NEW_ITEM-CUST_FIELD1[1]");
    }

    @Test
    void aDialectMapsConstantsTablesUnitsAndClasses() {
        Dialect dialect = whole("""
                base: generic-oci
                units: {MTR: M}
                numbers: {decimals: 2, separator: ","}
                tables:
                  groups: {EC003248: "4711"}
                fields:
                  - {name: MATGROUP, from: CLASS_CODE, scheme: ETIM, table: groups}
                  - {name: CUST_FIELD1, from: CLASS_CODE, scheme: NZI, otherwise: none}
                  - {name: CUST_FIELD5, from: GTIN, length: 255}
                  - {name: GTIN, from: GTIN, length: 14}
                  - {name: VENDOR, constant: "0000100234"}
                without: [EXT_SCHEMA_TYPE, EXT_CATEGORY_ID]
                """);
        assertThat(fields(dialect))
                .containsEntry("NEW_ITEM-UNIT[1]", "M")
                .containsEntry("NEW_ITEM-QUANTITY[1]", "2,5")
                .containsEntry("NEW_ITEM-PRICE[1]", "123,45")
                .containsEntry("NEW_ITEM-PRICEUNIT[1]", "100")
                .containsEntry("NEW_ITEM-MATGROUP[1]", "4711")
                .containsEntry("NEW_ITEM-CUST_FIELD1[1]", "none")
                .containsEntry("NEW_ITEM-CUST_FIELD5[1]", "5412345678908")
                .containsEntry("NEW_ITEM-GTIN[1]", "5412345678908")
                .containsEntry("NEW_ITEM-VENDOR[1]", "0000100234")
                .doesNotContainKeys("NEW_ITEM-EXT_SCHEMA_TYPE[1]", "NEW_ITEM-EXT_CATEGORY_ID[1]");
    }

    @Test
    void whatMayNotBeCutIsLeftOutAndWhatMayIsCut() {
        Dialect dialect = whole("""
                base: generic-oci
                fields:
                  - {name: VENDORMAT, from: ARTICLE, length: 5}
                  - {name: DESCRIPTION, from: DESCRIPTION, length: 12, cut: true}
                """);
        assertThat(fields(dialect))
                .doesNotContainKey("NEW_ITEM-VENDORMAT[1]")
                .containsEntry("NEW_ITEM-DESCRIPTION[1]", "Installatiek");
    }

    @Test
    void aSchemeIsNotSentWithoutItsCode() {
        Dialect dialect = whole("""
                base: generic-oci
                fields:
                  - {name: EXT_CATEGORY_ID, from: CLASS_CODE, scheme: NZI, with: EXT_SCHEMA_TYPE}
                """);
        assertThat(fields(dialect)).doesNotContainKey("NEW_ITEM-EXT_SCHEMA_TYPE[1]");
    }

    @Test
    void aDialectSendsWhatTheCatalogueAndTheCallSay() {
        Dialect dialect = whole("""
                base: generic-oci
                numbers: {decimals: 2, separator: ","}
                fields:
                  - {name: CUST_FIELD1, from: ATTRIBUTE, of: Kleur}
                  - {name: CUST_FIELD2, from: BRAND}
                  - {name: CUST_FIELD3, from: CATEGORY_CODE}
                  - {name: EXT_CATEGORY, from: CATEGORY_NAME, cut: true}
                  - {name: MIN, from: MINIMUM, length: 15}
                  - {name: STEP, from: STEP, length: 15}
                  - {name: LIST, from: LIST_PRICE, length: 15}
                  - {name: LEVY, from: SURCHARGES, length: 15}
                  - {name: PLANT, from: PARAMETER, of: werk, length: 10}
                """);
        ArticleFacts facts = new ArticleFacts(
                "100001",
                "Nexans",
                "cable.xvb",
                "Kabel",
                new BigDecimal("10"),
                new BigDecimal("2.5"),
                Price.perUnit(Money.of("2.00", "EUR")),
                Map.of("kleur", "grijs"),
                List.of(Money.of("0.05", "EUR"), Money.of("0.02", "EUR"), Money.of("9.00", "USD")));
        OciItems.Origin origin = new OciItems.Origin(
                "0123456789AB",
                "bouwgroep",
                null,
                Map.of("WERK", "1000"),
                Map.of("100001", facts),
                article -> "https://shop.example/" + article);
        assertThat(fields(dialect, List.of(CABLE), origin))
                .containsEntry("NEW_ITEM-CUST_FIELD1[1]", "grijs")
                .containsEntry("NEW_ITEM-CUST_FIELD2[1]", "Nexans")
                .containsEntry("NEW_ITEM-CUST_FIELD3[1]", "cable.xvb")
                .containsEntry("NEW_ITEM-EXT_CATEGORY[1]", "Kabel")
                .containsEntry("NEW_ITEM-MIN[1]", "10")
                .containsEntry("NEW_ITEM-STEP[1]", "2,5")
                .containsEntry("NEW_ITEM-PRICEUNIT[1]", "100")
                .containsEntry("NEW_ITEM-LIST[1]", "200")
                .containsEntry("NEW_ITEM-LEVY[1]", "7")
                .containsEntry("NEW_ITEM-PLANT[1]", "1000");
        assertThat(fields(dialect)).doesNotContainKeys("NEW_ITEM-CUST_FIELD1[1]", "NEW_ITEM-PLANT[1]");
    }

    @Test
    void aSchemesVersionAndADatesFormatAreTheDialects() {
        Dialect dialect = whole("""
                base: generic-oci
                fields:
                  - {name: EXT_SCHEMA_TYPE, from: CLASS_SCHEME, scheme: ETIM, version: "9.0"}
                  - {name: EXT_CATEGORY_ID, from: CLASS_CODE, scheme: ETIM, version: "9.0"}
                  - {name: CUST_FIELD1, from: CLASS_VERSION, scheme: ETIM}
                  - {name: CUST_FIELD2, from: WANTED_DATE, format: dd.MM.yyyy}
                  - {name: CUST_FIELD3, from: CLASS_CODE, scheme: ETIM, version: "8.0"}
                """);
        CartItem wanted = ACartItem.of(1, "100001", "Cable")
                .quantity(BigDecimal.ONE, UnitCode.PIECE)
                .price(Price.perUnit(Money.of("1.00", "EUR")))
                .classifications(List.of(
                        new Classification("ETIM", "7.0", "EC000001"), new Classification("ETIM", "9.0", "EC003248")))
                .wishes(new Wishes(LocalDate.of(2026, 1, 9), null, null, null, null))
                .build();
        assertThat(fields(dialect, List.of(wanted), new OciItems.Origin("0123456789AB", "bouwgroep", null)))
                .containsEntry("NEW_ITEM-EXT_CATEGORY_ID[1]", "EC003248")
                .containsEntry("NEW_ITEM-CUST_FIELD1[1]", "7.0")
                .containsEntry("NEW_ITEM-CUST_FIELD2[1]", "09.01.2026")
                .doesNotContainKey("NEW_ITEM-CUST_FIELD3[1]");
    }

    @Test
    void onventisReadsTheCostTypeThatTheArticleIsClassifiedBy() {
        String type = "Kleinmaterial und Verbrauch 4711-00";
        CartItem booked = ACartItem.of(1, "100001", "Cable")
                .quantity(BigDecimal.ONE, UnitCode.PIECE)
                .price(Price.perUnit(Money.of("1.00", "EUR")))
                .classifications(List.of(new Classification("COST_TYPE", null, type)))
                .build();
        assertThat(type).hasSize(35);
        assertThat(fields(
                        Profiles.byName("onventis"),
                        List.of(booked),
                        new OciItems.Origin("0123456789AB", "bouwgroep", null)))
                .containsEntry("NEW_ITEM-CUST_FIELD1[1]", type);
    }

    @Test
    void surchargesHangBelowTheirArticleWhichIsAnOutlineThenAndTheRootHasAUnitOfTheTable() {
        Dialect dialect = whole("""
                {base: generic-oci, version: "5.0", hierarchy: ROOT, units: {C62: EA, H87: EA}}
                """);
        Surcharge levy = new Surcharge(
                "RECUPEL", "Recupel", Money.of("0.10", "EUR"), new BigDecimal("21"), Surcharge.Handling.OWN_LINE);
        CartItem plain = ACartItem.of(1, "100001", "Cable")
                .quantity(BigDecimal.ONE, UnitCode.PIECE)
                .price(Price.perUnit(Money.of("1.00", "EUR")))
                .build();
        CartItem bearing = CartItem.of(2, offer("100002", levy), BigDecimal.ONE, null);
        Map<String, String> fields = fields(
                dialect,
                List.of(plain, bearing, bearing.borne(3, levy, BigDecimal.ONE)),
                new OciItems.Origin("0123456789AB", "bouwgroep", null));
        assertThat(fields)
                .containsEntry("NEW_ITEM-ITEM_TYPE[1]", "R")
                .containsEntry("NEW_ITEM-UNIT[1]", "EA")
                .containsEntry("NEW_ITEM-PARENT_ID[2]", "1")
                .doesNotContainKey("NEW_ITEM-ITEM_TYPE[2]")
                .containsEntry("NEW_ITEM-PARENT_ID[3]", "1")
                .containsEntry("NEW_ITEM-ITEM_TYPE[3]", "O")
                .containsEntry("NEW_ITEM-VENDORMAT[4]", "RECUPEL")
                .containsEntry("NEW_ITEM-PARENT_ID[4]", "3");
    }

    private static Offer offer(String number, Surcharge surcharge) {
        return new Offer(
                number,
                "Lamp",
                true,
                UnitCode.PIECE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Price.perUnit(Money.of("3.00", "EUR")),
                BigDecimal.TEN,
                null,
                1,
                new BigDecimal("21"),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(surcharge));
    }

    @Test
    void ociFiveHangsItemsBelowARoot() {
        Dialect dialect = whole("""
                {base: generic-oci, version: "5.0", hierarchy: ROOT}
                """);
        assertThat(fields(dialect))
                .containsEntry("NEW_ITEM-ITEM_TYPE[1]", "R")
                .containsEntry("NEW_ITEM-PARENT_ID[2]", "1")
                .containsEntry("NEW_ITEM-VENDORMAT[2]", "100001");
    }

    @Test
    void theXmlVariantCarriesTheSameValues() {
        Dialect dialect = whole("""
                base: generic-oci
                xml: {documentField: ~xmlDocument, typeField: ~xmlType, type: ESAPO-3.5, root: BusinessDocument, item: Item}
                """);
        Map<String, String> fields = fields(dialect);
        assertThat(fields).containsOnlyKeys("~xmlDocument", "~xmlType").containsEntry("~xmlType", "ESAPO-3.5");
        String document = new String(Base64.getDecoder().decode(fields.get("~xmlDocument")), StandardCharsets.UTF_8);
        assertThat(document).contains("<BusinessDocument><Item>", "<VENDORMAT>100001</VENDORMAT>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base: generic-oci\\nfileds: []|fileds: unknown key",
                "fields: [{name: UNIT, from: UNIT, formula: '1+1'}]|fields[1].formula: unknown key",
                "fields: [{name: UNIT, from: SECRET}]|fields[1].from",
                "base: nowhere|base: there is no such profile",
                "{base: generic-oci, version: '6.0'}|version: must be",
                "{base: generic-oci, hierarchy: ROOT}|hierarchy: only OCI 5.0",
                "{base: generic-oci, fields: [{name: TAX, constant: '21'}]}|fields.TAX: not a field of OCI 4.0",
                "{base: generic-oci, fields: [{name: EAN, from: GTIN}]}|fields.EAN.length",
                "{base: generic-oci, fields: [{name: MATGROUP, constant: 12345678901}]}|fields.MATGROUP.constant: longer than 10",
                "{base: generic-oci, fields: [{name: MATGROUP, from: BRAND, otherwise: 12345678901}]}|MATGROUP.otherwise",
                "{base: generic-oci, fields: [{name: 'A\"><b', constant: x}]}|not a field's name",
                "{base: generic-oci, fields: [{name: UNIT, from: UNIT, table: t}]}|fields.UNIT.table",
                "{base: generic-oci, parameters: {COLOUR: x}}|parameters.COLOUR",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: ATTRIBUTE}]}|fields.CUST_FIELD1.of",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: BRAND, of: x}]}|fields.CUST_FIELD1.of",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: PARAMETER, of: Password}]}|a secret is never",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: BRAND, version: x}]}|fields.CUST_FIELD1.version",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: WANTED_DATE, format: ddd}]}|CUST_FIELD1.format",
                "{base: generic-oci, fields: [{name: CUST_FIELD1, from: WANTED_DATE, format: \"HH.mm\"}]}|made of d, M, y",
                "base: a\\nbase: b|uplicate",
                "[|line"
            })
    void aFaultyFileIsRefusedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> whole(yaml.replace("\\n", "\n")))
                .isInstanceOf(DialectRefusedException.class)
                .hasMessageContaining(message);
    }

    static Dialect whole(String yaml) {
        return Profiles.resolved(DialectYaml.read(yaml));
    }

    static Map<String, String> fields(Dialect dialect) {
        return fields(dialect, List.of(CABLE), new OciItems.Origin("7K2QM9XF4TZW", "bouwgroep", "An Peeters"));
    }

    private static Map<String, String> fields(Dialect dialect, List<CartItem> items, OciItems.Origin origin) {
        ReturnAddress home = new ReturnAddress("https://srm.example/in", List.of(), "_top", "ISO-8859-1");
        Map<String, String> fields = new LinkedHashMap<>();
        for (FormField field : OciHandBack.form(home, items, origin, dialect).fields()) {
            fields.put(field.name(), field.value());
        }
        return fields;
    }
}
