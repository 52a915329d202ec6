package org.koppel.catalogue;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/** A row of {@link OfferQuery}. */
record OfferRow(String key, Offer offer) {

    static OfferRow read(ResultSet row) throws SQLException {
        Offer offer = new Offer(
                row.getString("number"),
                row.getString("name"),
                row.getBoolean("visible"),
                new UnitCode(row.getString("unit")),
                plain(row.getBigDecimal("minimum"), 0),
                plain(row.getBigDecimal("step"), 0),
                agreed(row),
                plain(row.getBigDecimal("stock"), 0),
                row.getObject("restock", LocalDate.class),
                row.getInt("lead_time_days"),
                plain(row.getBigDecimal("tax_percent"), 0),
                row.getString("buyers_id"),
                row.getString("manufacturer"),
                row.getString("manufacturers_id"),
                row.getString("gtin"),
                row.getString("successor"),
                classifications(row.getArray("classifications")),
                surcharges(row.getArray("surcharges")));
        return new OfferRow(row.getString("key"), offer);
    }

    /** Null in another currency than the customer's: such a price can neither be added up with others nor be ordered at. */
    private static Price agreed(ResultSet row) throws SQLException {
        String currency = row.getString("price_currency");
        return currency.equals(row.getString("customers_currency"))
                ? price(row.getBigDecimal("price"), currency, row.getBigDecimal("base_quantity"))
                : null;
    }

    static Price price(BigDecimal amount, String currency, BigDecimal base) {
        return new Price(new Money(plain(amount, 2), currency), plain(base, 0));
    }

    /** Without trailing zeros, but with so many decimals at least. */
    static BigDecimal plain(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < decimals ? stripped.setScale(decimals) : stripped;
    }

    private static List<Classification> classifications(Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((String[][]) array.getArray())
                .map(c -> new Classification(c[0], c[1].isEmpty() ? null : c[1], c[2]))
                .toList();
    }

    private static List<Surcharge> surcharges(Array array) throws SQLException {
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((String[][]) array.getArray())
                .map(s -> new Surcharge(
                        s[0],
                        s[1],
                        new Money(plain(new BigDecimal(s[2]), 2), s[3]),
                        plain(new BigDecimal(s[4]), 0),
                        Surcharge.Handling.valueOf(s[5])))
                .toList();
    }
}
