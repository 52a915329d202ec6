package org.koppel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.koppel.platform.Json;

/**
 * Draws a product as SVG from a drawing's name and a colour, both looked up in fixed lists: nothing of an article's data gets
 * into the picture, so there is nothing to escape.
 */
final class Drawings {
    private static final String[] PLAIN = {"#d5dee6", "#51687a"};
    /** The product's own colour, and one for its lines that stands out on it. */
    private static final Map<String, String[]> COLOURS = Map.ofEntries(
            Map.entry("white", new String[] {"#ffffff", "#7b8c9a"}),
            Map.entry("cream", new String[] {"#f6edd4", "#94835a"}),
            Map.entry("anthracite", new String[] {"#454d55", "#c3cdd6"}),
            Map.entry("alu", new String[] {"#c4cacf", "#5b6770"}),
            Map.entry("black", new String[] {"#26292c", "#aeb8c0"}),
            Map.entry("blue", new String[] {"#3f78c4", "#d8e6fa"}),
            Map.entry("brown", new String[] {"#7a5137", "#ecd9cb"}),
            Map.entry("grey", new String[] {"#aab3ba", "#4d5a64"}),
            Map.entry("yg", new String[] {"#8dbb3c", "#f3e15b"}),
            Map.entry("red", new String[] {"#c94a44", "#fbdcda"}),
            Map.entry("orange", new String[] {"#e58c33", "#fdeddc"}),
            Map.entry("green", new String[] {"#4d9a62", "#d9f0df"}),
            Map.entry("yellow", new String[] {"#f0cf4a", "#7d6710"}));

    private static final Map<String, String> SHAPES = load();

    private Drawings() {}

    /** @param picture {@code drawing colour}; whatever is not known is drawn as a plain carton */
    static String svg(String picture) {
        String[] parts = (picture == null ? "" : picture).split(" ", 2);
        String shape = SHAPES.getOrDefault(parts[0], SHAPES.get("carton"));
        String[] colours = COLOURS.getOrDefault(parts.length > 1 ? parts[1] : "", PLAIN);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 200\" width=\"200\" height=\"200\">"
                + "<rect width=\"200\" height=\"200\" rx=\"12\" fill=\"#eef3f7\"/>"
                + "<ellipse cx=\"100\" cy=\"176\" rx=\"62\" ry=\"7\" fill=\"#d3dde5\"/>"
                + "<g fill=\"" + colours[0] + "\" stroke=\"" + colours[1]
                + "\" stroke-width=\"4\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
                + shape.replace("$line", colours[1]).replace("$body", colours[0])
                + "</g></svg>";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> load() {
        try (InputStream in = Drawings.class.getResourceAsStream("drawings.json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the drawings", e);
        }
    }
}
