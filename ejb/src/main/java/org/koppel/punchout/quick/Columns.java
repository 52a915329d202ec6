package org.koppel.punchout.quick;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where the number and the quantity stand in a row, from 0; {@code named} when the first row says so and is no article. */
record Columns(int number, int quantity, boolean named) {
    static final Columns UNNAMED = new Columns(0, 1, false);
    private static final int LONGEST = 100;

    private static final Set<String> NUMBERS = Set.of(
            "article",
            "articlenumber",
            "number",
            "sku",
            "partnumber",
            "itemnumber",
            "item",
            "artikel",
            "artikelnummer",
            "artikelnr",
            "nummer",
            "bestelnummer",
            "bestellnummer",
            "reference",
            "ref",
            "numero",
            "numerodarticle",
            "codearticle",
            "ean",
            "gtin");
    private static final Set<String> QUANTITIES = Set.of(
            "quantity",
            "qty",
            "amount",
            "aantal",
            "hoeveelheid",
            "stuks",
            "quantite",
            "qte",
            "nombre",
            "menge",
            "anzahl",
            "stuck");

    static Columns of(List<String> first) {
        int number = column(first, NUMBERS);
        int quantity = column(first, QUANTITIES);
        if (number < 0 && quantity < 0) {
            return UNNAMED;
        }
        int found = number >= 0 ? number : quantity == 0 ? 1 : 0;
        return new Columns(found, quantity >= 0 ? quantity : found + 1, true);
    }

    private static int column(List<String> first, Set<String> names) {
        for (int i = 0; i < first.size(); i++) {
            if (names.contains(plain(first.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Letters only, without accents: {@code Quantité}, {@code Art.-Nr.} and {@code artikel nummer} are what they look like. */
    private static String plain(String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
