package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnedCartTest {

    @Test
    void fieldsAreGroupedByItemAndTheOthersKeptApart() {
        ReturnedCart cart = ReturnedCart.of("~OkCode=ADDI&NEW_ITEM-DESCRIPTION%5B1%5D=Schalter+wei%C3%9F"
                + "&NEW_ITEM-QUANTITY[2]=3&NEW_ITEM-QUANTITY[1]=2.5&NEW_ITEM-LONGTEXT_1:132[]=long");
        assertThat(cart.items()).extracting(ReturnedCart.Item::number).containsExactly(1, 2);
        assertThat(cart.items().get(0).fields())
                .extracting(ReturnedCart.Field::name)
                .containsExactly("DESCRIPTION", "QUANTITY", "LONGTEXT");
        assertThat(cart.items().get(0).fields().get(0).value()).isEqualTo("Schalter weiß");
        assertThat(cart.others()).extracting(ReturnedCart.Field::name).containsExactly("~OkCode");
    }

    @ParameterizedTest
    @CsvSource({
        "QUANTITY, 2, ok",
        "QUANTITY, '2,5', format",
        "QUANTITY, 1.2345, format",
        "QUANTITY, 123456789012.5, format",
        "PRICE, 1000000000000.00, long",
        "UNIT, PCE, ok",
        "UNIT, Stk, format",
        "CURRENCY, EUR, ok",
        "PRICEUNIT, 1.5, format",
        "DESCRIPTION, 12345678901234567890123456789012345678901, long",
        "CUST_FIELD1, 12345678901, long",
        "GTIN, 5412345000013, unknown"
    })
    void aValueIsJudgedByLengthAndFormat(String field, String value, String verdict) {
        assertThat(OciRules.verdict(field, value)).isEqualTo(verdict);
    }

    @Test
    void anItemIsGoodWhenNoFieldWouldBeDroppedAndExtraFieldsDoNoHarm() {
        assertThat(ReturnedCart.of("NEW_ITEM-UNIT[1]=PCE&NEW_ITEM-GTIN[1]=1")
                        .items()
                        .get(0)
                        .good())
                .isTrue();
        assertThat(ReturnedCart.of("NEW_ITEM-UNIT[1]=piece").items().get(0).good())
                .isFalse();
    }

    @Test
    void anythingMayBePostedAndNothingBreaks() {
        assertThat(ReturnedCart.of("").items()).isEmpty();
        assertThat(ReturnedCart.of("%zz=%&=&a").others()).hasSize(3);
        assertThat(ReturnedCart.of("NEW_ITEM-QUANTITY[99999]=1").items()).isEmpty();
    }
}
