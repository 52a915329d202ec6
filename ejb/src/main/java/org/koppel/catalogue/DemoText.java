package org.koppel.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.platform.Json;

/** Writes what the demo catalogue says of an article, in each language. */
record DemoText(DemoTemplates templates) {

    Map<String, DemoArticle.Text> texts(DemoTemplates.Family family, Map<String, String> choice, String brand) {
        Map<String, DemoArticle.Text> texts = new LinkedHashMap<>();
        for (String language : Languages.all()) {
            texts.put(
                    language,
                    new DemoArticle.Text(
                            name(family, choice, language),
                            family.text().get(language) + " " + brand + ".",
                            keywords(family, choice, brand, language),
                            attributes(choice, language)));
        }
        return texts;
    }

    private String name(DemoTemplates.Family family, Map<String, String> choice, String language) {
        String name = family.name().get(language);
        for (Map.Entry<String, String> chosen : choice.entrySet()) {
            name = name.replace("{" + chosen.getKey() + "}", templates.value(chosen.getValue(), language));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code 3G2.5} is also asked for as {@code 3x2.5}. */
    private static String keywords(
            DemoTemplates.Family family, Map<String, String> choice, String brand, String language) {
        String section = choice.getOrDefault("section", "");
        String alsoAs = section.contains("G") ? " " + section.replace('G', 'x') : "";
        return family.words().get(language) + " " + brand + alsoAs;
    }

    private String attributes(Map<String, String> choice, String language) {
        List<ArticleDetail.Attribute> attributes = new ArrayList<>();
        choice.forEach((attribute, value) -> {
            String unit = templates.units().get(attribute);
            String shown = templates.value(value, language);
            attributes.add(new ArticleDetail.Attribute(
                    templates.attributes().get(attribute).get(language), unit == null ? shown : shown + " " + unit));
        });
        return Json.write(attributes);
    }
}
