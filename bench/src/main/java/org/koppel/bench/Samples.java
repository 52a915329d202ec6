package org.koppel.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measured values and what they say together. */
record Samples(double[] values) {

    Samples {
        values = values.clone();
        Arrays.sort(values);
    }

    double median() {
        return at(0.5);
    }

    /** The value that the given share of all values does not exceed, from 0 to 1. */
    double at(double share) {
        int rank = (int) Math.ceil(share * values.length);
        return values[Math.max(1, Math.min(values.length, rank)) - 1];
    }

    String spread() {
        return String.format(Locale.ROOT, "%.2f to %.2f", values[0], values[values.length - 1]);
    }
}
