package org.koppel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.platform.Json;

/**
 * What the demo catalogue is made of: families of products with the axes along which they vary, in four languages. Texts are
 * by language; {@code values} translates a value of an axis, others (numbers) are the same everywhere.
 */
record DemoTemplates(
        List<NamedCategory> categories,
        Map<String, Map<String, String>> attributes,
        Map<String, String> units,
        Map<String, Map<String, String>> values,
        List<Family> families) {

    /** A category and its names. */
    record NamedCategory(String code, Map<String, String> name) {}

    /** One way in which the products of a family differ: each value and the factor it has on the price. */
    record Axis(String attribute, LinkedHashMap<String, BigDecimal> values) {}

    /** Products alike; {@code base} is the quantity the price is for, {@code group} the discount group. */
    record Family(
            String code,
            String category,
            String picture,
            String unit,
            BigDecimal minimum,
            BigDecimal step,
            BigDecimal base,
            String group,
            String etim,
            String unspsc,
            String nzi,
            BigDecimal price,
            List<String> brands,
            List<Axis> axes,
            Map<String, String> name,
            Map<String, String> words,
            Map<String, String> text) {}

    static DemoTemplates load() {
        try (InputStream in = DemoTemplates.class.getResourceAsStream("demo-families.json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), DemoTemplates.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the templates of the demo catalogue", e);
        }
    }

    /** A value as a reader of the language writes it, with a decimal comma where that is the custom. */
    String value(String value, String language) {
        Map<String, String> translated = values.get(value);
        String text = translated == null ? value.replace('_', ' ') : translated.get(language);
        return language.equals("en") ? text : text.replaceAll("(\\d)\\.(\\d)", "$1,$2");
    }
}
