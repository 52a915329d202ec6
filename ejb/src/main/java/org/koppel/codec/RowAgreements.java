package org.koppel.codec;

import java.util.List;

/** What can be agreed with a customer about the rows of its files. One implementation, found by CDI. */
public interface RowAgreements {
    /** What the name of a field has before it where the option says which column holds it. */
    String COLUMN = "column.";

    /** What the customer's code of a unit has before it where the option says what it means. */
    String UNIT = "unit.";

    /** The fields of an order that a column can be agreed for, in the order of a file that we would write. */
    List<String> fields();

    /** The names of the other options. */
    List<String> options();

    /** Everything by which no order could be read; places are names of options. */
    List<Problem> check(FormatSettings agreed);
}
