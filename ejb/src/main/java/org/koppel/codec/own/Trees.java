package org.koppel.codec.own;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.koppel.document.Price;
import org.koppel.platform.Json;
import org.koppel.shared.Quantity;

/** Trees of fields that keep the zeros at the end of an amount, and of nothing but fields. */
final class Trees {
    static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .addMixIn(Quantity.class, ValueAndUnit.class)
            .addMixIn(Price.class, AmountAndBase.class)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** That a quantity is zero is seen by its value. */
    @JsonIgnoreProperties("zero")
    private interface ValueAndUnit {}

    /** A document of ours always says how many units a price is for. */
    private interface AmountAndBase {
        @JsonSetter(nulls = Nulls.FAIL)
        BigDecimal baseQuantity();
    }

    static {
        MAPPER.setConfig(MAPPER.getSerializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
        MAPPER.setConfig(MAPPER.getDeserializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
    }

    private Trees() {}
}
