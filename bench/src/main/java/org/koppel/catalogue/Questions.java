package org.koppel.catalogue;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What buyers ask of the generated catalogue: of ten questions three are numbers, two a rare word, three two or three words, one a word
 * that thousands of articles have, one a word with a typing error. The same index asks the same.
 */
public final class Questions {
    private static final List<String> BROAD = List.of("kabel", "lamp", "stopcontact", "schakelaar", "armatuur", "buis");
    private static final List<String> WORDS = List.of(
            "kabel zwart",
            "stopcontact wit",
            "ledlamp e27",
            "automaat c16",
            "installatiebuis 16 mm",
            "kabelbinder zwart",
            "patchkabel cat6",
            "noodverlichting 3 h",
            "schijnwerper 50 w sensor",
            "xvb 3g2.5");
    private static final List<String> TYPOS =
            List.of("stopkontact", "aardlekschakelar", "kabbelbinder", "schijnwerpre", "noodverlichtng");

    private final List<DemoTemplates.Family> families = DemoTemplates.load().families();
    private final int articles;

    /** @param articles how many were generated */
    public Questions(int articles) {
        this.articles = articles;
    }

    public String at(int index) {
        SplittableRandom random = new SplittableRandom(index);
        int article = random.nextInt(articles);
        return switch (index % 10) {
            case 0, 1 -> ManyArticle.number(article);
            case 2 -> "BG-X%07d".formatted(article / 5 * 5);
            case 3, 4 -> ManyArticle.of(article, families).series();
            case 5 -> BROAD.get(random.nextInt(BROAD.size()));
            case 6 -> TYPOS.get(random.nextInt(TYPOS.size()));
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    /** The number of any article. */
    public String article(int index) {
        return any(index).number();
    }

    /** The least that can be ordered of it. */
    public String minimum(int index) {
        return any(index).family().minimum().toPlainString();
    }

    private ManyArticle any(int index) {
        return ManyArticle.of(new SplittableRandom(index).nextInt(articles), families);
    }
}
