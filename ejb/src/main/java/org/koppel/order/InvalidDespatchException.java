package org.koppel.order;

import java.util.List;

/** What is said to have left does not fit the order; names every line that is wrong. */
public class InvalidDespatchException extends RuntimeException {
    public InvalidDespatchException(List<String> reasons) {
        super(String.join(" ", reasons));
    }
}
