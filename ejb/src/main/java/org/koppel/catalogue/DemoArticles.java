package org.koppel.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes the articles of the demo out of {@link DemoTemplates}: every brand of a family in every combination of its axes. The
 * same seed gives the same articles.
 */
final class DemoArticles {
    /** In stock, one price for everybody, nothing special: what examples and checks order. */
    static final String PLAIN = "100001";

    private static final int FIRST = 100001;
    private static final int DEAD_EVERY = 97;
    private static final int DEAD_AT = 50;
    private static final List<BigDecimal> BRAND_FACTORS =
            List.of(BigDecimal.ONE, new BigDecimal("0.94"), new BigDecimal("1.07"));

    private final DemoTemplates templates = DemoTemplates.load();
    private final DemoText texts = new DemoText(templates);
    private final List<String> brands;
    private final List<DemoArticle> articles = new ArrayList<>();
    private final Random random;
    private final LocalDate today;

    private DemoArticles(long seed, LocalDate today) {
        this.random = new Random(seed);
        this.today = today;
        this.brands = new ArrayList<>(new TreeSet<>(
                templates.families().stream().flatMap(f -> f.brands().stream()).toList()));
    }

    static List<DemoArticle> make(long seed, LocalDate today) {
        DemoArticles made = new DemoArticles(seed, today);
        made.templates.families().forEach(made::addFamily);
        return made.articles;
    }

    private void addFamily(DemoTemplates.Family family) {
        List<Map<String, String>> combinations = combinations(family.axes());
        List<String> makers = family.brands();
        int start = FIRST + articles.size();
        for (int brand = 0; brand < makers.size(); brand++) {
            for (int i = 0; i < combinations.size(); i++) {
                int place = i;
                int self = brand;
                List<String> alternatives = IntStream.range(0, makers.size())
                        .filter(other -> other != self)
                        .mapToObj(other -> String.valueOf(start + other * combinations.size() + place))
                        .toList();
                articles.add(article(family, makers.get(brand), brand, combinations.get(i), alternatives));
            }
        }
    }

    private DemoArticle article(
            DemoTemplates.Family family,
            String maker,
            int brand,
            Map<String, String> choice,
            List<String> alternatives) {
        int index = articles.size();
        String number = String.valueOf(FIRST + index);
        boolean plain = number.equals(PLAIN);
        BigDecimal price = price(family, choice, BRAND_FACTORS.get(brand));
        int luck = random.nextInt(100);
        int lots = 2 + random.nextInt(400);
        boolean stocked = plain || luck < 90;
        boolean sold = !plain && luck >= 76;
        return new DemoArticle(
                number,
                Gtin.withCheckDigit("54987%02d%05d".formatted(brands.indexOf(maker), index)),
                maker,
                "%s-%s.%04d".formatted(maker.substring(0, 2).toUpperCase(Locale.ROOT), family.code(), index),
                family,
                family.picture() + " " + choice.getOrDefault("colour", "plain"),
                plain ? null : family.group(),
                price,
                1 + random.nextInt(3),
                index % DEAD_EVERY == DEAD_AT ? String.valueOf(FIRST + index + 1) : null,
                texts.texts(family, choice, maker),
                plain || random.nextInt(4) > 0 ? List.of() : scales(family, price),
                alternatives,
                !stocked ? null : plain ? BigDecimal.valueOf(100_000) : stock(family, sold ? 0 : lots),
                stocked && sold ? today.plusDays(3 + random.nextInt(40)) : null);
    }

    private static BigDecimal stock(DemoTemplates.Family family, int lots) {
        return family.step().multiply(BigDecimal.valueOf(lots));
    }

    private static BigDecimal price(DemoTemplates.Family family, Map<String, String> choice, BigDecimal brandFactor) {
        BigDecimal price = family.price().multiply(brandFactor);
        for (DemoTemplates.Axis axis : family.axes()) {
            price = price.multiply(axis.values().get(choice.get(axis.attribute())));
        }
        return price.setScale(2, RoundingMode.HALF_UP);
    }

    private static List<DemoArticle.Scale> scales(DemoTemplates.Family family, BigDecimal price) {
        return List.of(scale(family, price, 10, "0.96"), scale(family, price, 50, "0.92"));
    }

    private static DemoArticle.Scale scale(DemoTemplates.Family family, BigDecimal price, int minimums, String factor) {
        return new DemoArticle.Scale(
                family.minimum().multiply(BigDecimal.valueOf(minimums)),
                price.multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP));
    }

    private static List<Map<String, String>> combinations(List<DemoTemplates.Axis> axes) {
        List<Map<String, String>> all = List.of(Map.of());
        for (DemoTemplates.Axis axis : axes) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> begun : all) {
                for (String value : axis.values().keySet()) {
                    Map<String, String> next = new LinkedHashMap<>(begun);
                    next.put(axis.attribute(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
