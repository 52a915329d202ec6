package org.koppel.codec.own;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.koppel.platform.Json;

/** Trees of fields that keep the zeros at the end of an amount. */
final class Trees {
    static final ObjectMapper MAPPER = Json.mapper().copy().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    static {
        MAPPER.setConfig(MAPPER.getSerializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
        MAPPER.setConfig(MAPPER.getDeserializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
    }

    private Trees() {}
}
