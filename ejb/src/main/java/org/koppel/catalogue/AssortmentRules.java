package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.catalogue.AssortmentRule.Effect;
import org.koppel.catalogue.AssortmentRule.Outcome;
import org.koppel.shared.PartyId;

/** Keeps what each customer may buy. A customer without rules may buy everything. */
@ApplicationScoped
@Transactional
public class AssortmentRules {
    private static final String LIST = """
            with asked as (select ?::text as customer, ?::text as language)
            select x.effect, x.article, x.category, t.name from asked q join assortment_rule x on x.customer = q.customer
            left join lateral (select y.name from article_text y where y.article = x.article
                order by y.language = q.language desc, y.language = 'en' desc, y.language limit 1) t on true
            where starts_with(coalesce(x.article, x.category), ?)
            order by x.category is null, x.effect desc, x.category, x.article limit ?
            """;

    @Inject
    private CatalogueDatabase database;

    protected AssortmentRules() {} // for CDI

    AssortmentRules(CatalogueDatabase database) {
        this.database = database;
    }

    /**
     * Categories first, of each kind the inclusions first.
     *
     * @param beginning only of numbers and codes that begin so; empty: all
     * @param most at most so many
     */
    public List<AssortmentRule> of(PartyId customer, String language, String beginning, int most) {
        return database.query(
                LIST,
                row -> new AssortmentRule(
                        row.getString("effect"),
                        row.getString("article"),
                        row.getString("category"),
                        row.getString("name")),
                customer.value(),
                language,
                beginning.strip(),
                most);
    }

    /** Keeps it. */
    public Outcome add(PartyId customer, AssortmentRule said) {
        if (Stream.of(Effect.values()).noneMatch(e -> e.name().equals(said.effect()))) {
            return Outcome.EFFECT;
        }
        if (said.article().isEmpty() == said.category().isEmpty()) {
            return Outcome.ONE;
        }
        if (!said.article().isEmpty()
                && !exists("select number as key from article where number = ?", said.article())) {
            return Outcome.ARTICLE;
        }
        if (!said.category().isEmpty() && !exists("select code as key from category where code = ?", said.category())) {
            return Outcome.CATEGORY;
        }
        return exists(
                        "insert into assortment_rule (customer, effect, article, category)"
                                + " values (?, ?, nullif(?, ''), nullif(?, '')) on conflict do nothing returning effect as key",
                        customer.value(),
                        said.effect(),
                        said.article(),
                        said.category())
                ? Outcome.ADDED
                : Outcome.KNOWN;
    }

    /** Keeps those of a list that can be; each line says what became of it. */
    public List<AssortmentRule.Line> addAll(PartyId customer, List<AssortmentRule> said) {
        List<AssortmentRule.Line> lines = new ArrayList<>();
        for (AssortmentRule one : said) {
            lines.add(new AssortmentRule.Line(lines.size() + 1, one, add(customer, one)));
        }
        return lines;
    }

    /** One that is not there is no error. */
    public void remove(PartyId customer, AssortmentRule kept) {
        exists(
                "delete from assortment_rule where customer = ? and effect = ? and article is not distinct from nullif(?, '')"
                        + " and category is not distinct from nullif(?, '') returning effect as key",
                customer.value(),
                kept.effect(),
                kept.article(),
                kept.category());
    }

    private boolean exists(String sql, Object... parameters) {
        return !database.query(sql, row -> row.getString("key"), parameters).isEmpty();
    }
}
