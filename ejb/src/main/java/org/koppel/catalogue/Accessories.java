package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.koppel.catalogue.Accessory.Outcome;

/** What is bought together with which article. */
@ApplicationScoped
@Transactional
public class Accessories {
    @Inject
    private CatalogueDatabase database;

    protected Accessories() {} // for CDI

    Accessories(CatalogueDatabase database) {
        this.database = database;
    }

    /**
     * By article and place.
     *
     * @param article only of numbers that begin so; empty: all
     * @param most at most so many
     */
    public List<Accessory> of(String article, int most) {
        return database.query(
                "select article, accessory, position from article_accessory where starts_with(article, ?)"
                        + " order by article, position, accessory limit ?",
                row -> new Accessory(row.getString("article"), row.getString("accessory"), row.getString("position")),
                text(article),
                most);
    }

    /** Keeps it, or gives it the place that is said. */
    public Outcome add(Accessory said) {
        String article = text(said.article());
        String accessory = text(said.accessory());
        String position = text(said.position());
        if (!isArticle(article)) {
            return Outcome.ARTICLE;
        }
        if (!isArticle(accessory)) {
            return Outcome.ACCESSORY;
        }
        if (article.equals(accessory)) {
            return Outcome.SAME;
        }
        if (!position.matches("[0-9]{0,4}")) {
            return Outcome.POSITION;
        }
        List<Boolean> written = database.query(
                "insert into article_accessory as x (article, accessory, position) values (?, ?, ?)"
                        + " on conflict (article, accessory) do update set position = excluded.position"
                        + " where x.position <> excluded.position returning x.xmax = 0 as added",
                row -> row.getBoolean("added"),
                article,
                accessory,
                position.isEmpty() ? 0 : Integer.parseInt(position));
        return written.isEmpty() ? Outcome.KNOWN : written.get(0) ? Outcome.ADDED : Outcome.CHANGED;
    }

    /** Keeps those of a list that can be; each line says what became of it. */
    public List<Accessory.Line> addAll(List<Accessory> said) {
        List<Accessory.Line> lines = new ArrayList<>();
        for (Accessory one : said) {
            lines.add(new Accessory.Line(lines.size() + 1, one, add(one)));
        }
        return lines;
    }

    /** One that is not there is no error. */
    public void remove(Accessory kept) {
        database.query(
                "delete from article_accessory where article = ? and accessory = ? returning article",
                row -> row.getString("article"),
                text(kept.article()),
                text(kept.accessory()));
    }

    private boolean isArticle(String number) {
        return !database.query("select number from article where number = ?", row -> row.getString("number"), number)
                .isEmpty();
    }

    private static String text(String said) {
        return said == null ? "" : said.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
