package org.koppel.web.shop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.punchout.CartWishes;
import org.koppel.punchout.LineWishes;
import org.koppel.punchout.OrderWishes;

/** The lines of the form as they came: what was typed, what it means, and which days cannot be read. */
final class WishesForm {
    /** More than any cart has. */
    private static final int MOST = 5000;

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final Map<String, LineWishes> lines = new LinkedHashMap<>();

    WishesForm(List<String> articles, List<String> days, List<String> costCentres, List<String> texts) {
        for (int i = 0; i < articles.size() && i < MOST; i++) {
            line(articles.get(i), at(days, i), at(costCentres, i), at(texts, i));
        }
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index) : "";
    }

    private void line(String article, String day, String costCentre, String text) {
        typed.put("delivery/" + article, day);
        typed.put("costCentre/" + article, costCentre);
        typed.put("text/" + article, text);
        LocalDate date = null;
        if (!day.isBlank()) {
            try {
                date = date(day.strip());
            } catch (DateTimeException | NumberFormatException e) { // said to whoever typed it
                problems.put("delivery/" + article, "wishes.problem.UNREADABLE");
            }
        }
        lines.put(article, new LineWishes(date, costCentre, text));
    }

    /** {@code 2026-01-05} as browsers send it, or day, month and year as people type it where a browser has no calendar. */
    private static LocalDate date(String text) {
        String[] parts = text.split("[./-]", -1);
        if (parts.length == 3 && parts[2].length() == 4) {
            return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        }
        return LocalDate.parse(text);
    }

    Map<String, String> typed() {
        return typed;
    }

    Map<String, String> problems() {
        return problems;
    }

    Map<String, LineWishes> lines() {
        return lines;
    }

    /** What was said before, as it stands in the form. */
    static Map<String, String> said(CartWishes.Said said) {
        Map<String, String> fields = new HashMap<>();
        OrderWishes whole = said.whole();
        put(fields, "site", whole.site());
        put(fields, "costCentre", whole.costCentre());
        put(fields, "cardText", whole.cardText());
        said.lines().forEach((article, wishes) -> {
            put(fields, "delivery/" + article, wishes.delivery());
            put(fields, "costCentre/" + article, wishes.costCentre());
            put(fields, "text/" + article, wishes.text());
        });
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
