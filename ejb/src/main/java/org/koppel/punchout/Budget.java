package org.koppel.punchout;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What may be spent in a period, net, in the customer's currency: by one site (an address id), by one person (a login), or by
 * the whole customer where both are null.
 */
public record Budget(UUID id, String site, String buyer, Period period, BigDecimal amount, Mode mode) {

    /** From the first day of the calendar's period on. */
    public enum Period {
        MONTH,
        QUARTER,
        YEAR;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }

    /** What happens to a cart that breaks a limit. */
    public enum Mode {
        WARN,
        REFUSE
    }

    /**
     * Its state: what carts that went home in this period, without the one at hand, come to; {@code siteName} is null unless it is a
     * site's.
     */
    public record Left(Budget budget, BigDecimal spent, String siteName) {

        public BigDecimal left() {
            return budget.amount().subtract(spent);
        }

        boolean exceededBy(BigDecimal cart) {
            return cart.compareTo(left()) > 0;
        }
    }
}
