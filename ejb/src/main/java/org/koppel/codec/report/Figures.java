package org.koppel.codec.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Numbers, amounts, quantities and dates as the reader writes them. One per document: the JDK's formats are not thread-safe. */
final class Figures {
    private static final String FIXED_SPACE = "\u00a0";
    private static final int MOST_DECIMALS = 6;

    private final ReportTexts texts;
    private final NumberFormat number;
    private final NumberFormat amount;
    private final NumberFormat total;
    private final NumberFormat percent;
    private final DateTimeFormatter date;

    /** @param currency an ISO 4217 code the JDK knows */
    Figures(ReportTexts texts, String currency) {
        this.texts = texts;
        Currency unit = Currency.getInstance(currency);
        int cents = Math.max(unit.getDefaultFractionDigits(), 0);
        number = decimals(NumberFormat.getNumberInstance(texts.locale()), 0, MOST_DECIMALS);
        amount = decimals(NumberFormat.getNumberInstance(texts.locale()), cents, MOST_DECIMALS);
        DecimalFormat money = (DecimalFormat) NumberFormat.getCurrencyInstance(texts.locale());
        money.setCurrency(unit);
        total = decimals(money, cents, MOST_DECIMALS);
        percent = decimals(NumberFormat.getPercentInstance(texts.locale()), 0, 2);
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale());
    }

    private static NumberFormat decimals(NumberFormat format, int least, int most) {
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** An amount without its currency: {@code 1.234,50}; empty for null. */
    String amount(Money money) {
        return money == null ? "" : amount.format(money.amount());
    }

    /** An amount with its currency sign: {@code € 1.234,50}. */
    String total(Money money) {
        return total.format(money.amount());
    }

    /** {@code 12 stuks}. Units that have no name in the texts show their code. */
    String quantity(Quantity quantity) {
        return quantity(quantity.value(), quantity.unit().value());
    }

    String quantity(BigDecimal value, String unit) {
        return number.format(value) + FIXED_SPACE + unitName(value, unit);
    }

    /** @param value in percent: 21 becomes {@code 21%} */
    String percent(BigDecimal value) {
        return percent.format(value.movePointLeft(2));
    }

    /** {@code 4 jan. 2026}; empty for null. */
    String date(LocalDate day) {
        return day == null ? "" : date.format(day);
    }

    private String unitName(BigDecimal value, String unit) {
        String names = texts.find("unit." + unit);
        if (names == null) {
            return unit;
        }
        int bar = names.indexOf('|');
        if (bar < 0) {
            return names;
        }
        return isOne(value) ? names.substring(0, bar) : names.substring(bar + 1);
    }

    /** French says one also for zero and for one and a half. */
    private boolean isOne(BigDecimal value) {
        boolean french = "fr".equals(texts.locale().getLanguage());
        return french ? value.compareTo(BigDecimal.valueOf(2)) < 0 : value.compareTo(BigDecimal.ONE) == 0;
    }
}
