package org.koppel.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.koppel.catalogue.DemoTemplates.Axis;
import org.koppel.catalogue.DemoTemplates.Family;

/**
 * One generated article: a family of the demo in one combination of its axes, of one of many brands and of a series, which is a made-up
 * word that few articles share. The same index gives the same article.
 */
record ManyArticle(int index, Family family, Map<String, String> choice, String brand, String series, int luck) {
    static final int BRANDS = 240;
    static final int SERIES = 25_000;
    static final int LEAVES = 8;
    private static final long SEED = 20260102;
    private static final int FIRST = 2_000_001;
    private static final List<String> SYLLABLES = List.of(
            "ba", "cor", "dex", "fi", "gal", "hu", "jor", "ka", "lum", "mo", "nel", "os", "pra", "qui", "ra", "sil",
            "ta", "ul", "vex", "wo", "xan", "yt", "zem", "bri", "cla", "dro", "flo", "gri", "kle", "plu");

    static ManyArticle of(int index, List<Family> families) {
        SplittableRandom random = new SplittableRandom(SEED + index * 7919L);
        Family family = families.get(random.nextInt(families.size()));
        Map<String, String> choice = new LinkedHashMap<>();
        for (Axis axis : family.axes()) {
            List<String> values = List.copyOf(axis.values().keySet());
            choice.put(axis.attribute(), values.get(random.nextInt(values.size())));
        }
        String brand = word(10_007L * (1 + random.nextInt(BRANDS)), 2);
        String series = word(1_000_003L * (1 + random.nextInt(SERIES)), 4);
        return new ManyArticle(index, family, choice, brand, series, random.nextInt(100));
    }

    /** A word that sounds like a name: syllables by the digits of a number, capitalised. */
    static String word(long number, int syllables) {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    String number() {
        return number(index);
    }

    static String number(int index) {
        return String.valueOf(FIRST + index);
    }

    /** A third level below the demo's tree. */
    String category() {
        return family.category() + ".s" + (index % LEAVES + 1);
    }

    String gtin() {
        return Gtin.withCheckDigit("87%010d".formatted(index));
    }

    String manufacturersId() {
        return "%s-%s.%07d".formatted(brand.substring(0, 2).toUpperCase(Locale.ROOT), family.code(), index);
    }

    BigDecimal price() {
        BigDecimal price = family.price();
        for (Axis axis : family.axes()) {
            price = price.multiply(axis.values().get(choice.get(axis.attribute())));
        }
        return price.multiply(BigDecimal.valueOf(80 + luck % 40))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** Three of four are in stock. */
    BigDecimal stock() {
        return family.step().multiply(BigDecimal.valueOf(luck < 75 ? 2 + luck * 5L : 0));
    }
}
