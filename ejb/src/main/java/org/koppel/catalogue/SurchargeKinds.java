package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.SurchargeKind.Outcome;

/** The surcharges that there are: Recupel, Ecotax, Sabam and the like. */
@ApplicationScoped
@Transactional
public class SurchargeKinds {
    private static final int LONGEST = 40;

    @Inject
    private CatalogueDatabase database;

    protected SurchargeKinds() {} // for CDI

    SurchargeKinds(CatalogueDatabase database) {
        this.database = database;
    }

    /** All, as they stand behind an article. */
    public List<SurchargeKind> all() {
        Map<String, Map<String, String>> names = new HashMap<>();
        database.query("select surcharge, language, name from surcharge_text", row ->
                        new String[] {row.getString("surcharge"), row.getString("language"), row.getString("name")})
                .forEach(n -> names.computeIfAbsent(n[0], k -> new HashMap<>()).put(n[1], n[2]));
        return database.query(
                "select number, tax_percent from surcharge order by position, number",
                row -> new SurchargeKind(
                        row.getString("number"),
                        tax(row.getBigDecimal("tax_percent")),
                        names.getOrDefault(row.getString("number"), Map.of())));
    }

    /** Keeps it, in place of what was said of the number before; a new one stands behind those there are. */
    public Outcome save(SurchargeKind said) {
        String number = said.number().strip();
        String tax = said.taxPercent().strip().replace(',', '.');
        Map<String, String> names = new HashMap<>();
        said.names().forEach((language, name) -> names.put(language, name.strip()));
        names.values().removeIf(String::isEmpty);
        names.keySet().retainAll(Languages.all());
        if (number.length() > LONGEST || !number.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._/ -]*")) {
            return Outcome.NUMBER;
        }
        if (!tax.matches("([0-9]{1,2}(\\.[0-9]{1,2})?)?")) {
            return Outcome.TAX;
        }
        if (names.isEmpty() || names.values().stream().anyMatch(n -> n.length() > LONGEST || n.indexOf('\0') >= 0)) {
            return Outcome.NAME;
        }
        if (isArticle(number)) {
            return Outcome.ARTICLE;
        }
        keep(number, tax.isEmpty() ? null : new BigDecimal(tax), names);
        return Outcome.KEPT;
    }

    /** One that an article bears stays; one that is not there is no error. */
    public Outcome remove(String number) {
        String plain = number.replace("\0", "");
        boolean borne = !database.query(
                        "select 1 as one from article_surcharge where surcharge = ? limit 1",
                        row -> row.getInt("one"),
                        plain)
                .isEmpty();
        if (borne) {
            return Outcome.BORNE;
        }
        database.query(
                "delete from surcharge where number = ? returning number", row -> row.getString("number"), plain);
        return Outcome.KEPT;
    }

    /** By letters and digits, as orders name articles. */
    private boolean isArticle(String number) {
        return !database.query(
                        "select number from article where number_key = number_key(?) collate \"C\" limit 1",
                        row -> row.getString("number"),
                        number)
                .isEmpty();
    }

    /** Signs and case make no other surcharge: the spelling that is kept stays. */
    private void keep(String number, BigDecimal tax, Map<String, String> names) {
        String kept = database.query(
                        "insert into surcharge (number, tax_percent, position)"
                                + " values (?, ?::numeric, (select coalesce(max(position), 0) + 1 from surcharge))"
                                + " on conflict (number_key) do update set tax_percent = excluded.tax_percent returning number",
                        row -> row.getString("number"),
                        number,
                        tax)
                .get(0);
        database.query(
                "delete from surcharge_text where surcharge = ? returning surcharge",
                row -> row.getString("surcharge"),
                kept);
        names.forEach((language, name) -> database.query(
                "insert into surcharge_text (surcharge, language, name) values (?, ?, ?) returning surcharge",
                row -> row.getString("surcharge"),
                kept,
                language,
                name));
    }

    private static String tax(BigDecimal percent) {
        return percent == null ? "" : OfferRow.plain(percent, 0).toPlainString();
    }
}
