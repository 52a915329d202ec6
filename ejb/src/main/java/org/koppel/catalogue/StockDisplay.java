package org.koppel.catalogue;

/** How much of the stock a customer's buyers see. */
public enum StockDisplay {
    /** What is there, in order units. */
    FIGURE,
    /** Whether it is there, in words and colour, and when more comes. */
    LIGHT,
    HIDDEN
}
