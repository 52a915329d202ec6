package org.koppel.order;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Days on which goods are delivered: Monday to Friday. */
final class WorkingDays {
    private WorkingDays() {}

    /** The day so many working days after another; 0 gives the day itself or the next working day. */
    static LocalDate after(LocalDate day, int workingDays) {
        LocalDate result = next(day);
        for (int i = 0; i < workingDays; i++) {
            result = next(result.plusDays(1));
        }
        return result;
    }

    private static LocalDate next(LocalDate day) {
        LocalDate result = day;
        while (result.getDayOfWeek() == DayOfWeek.SATURDAY || result.getDayOfWeek() == DayOfWeek.SUNDAY) {
            result = result.plusDays(1);
        }
        return result;
    }
}
