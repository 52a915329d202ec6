package org.koppel.operations;

import java.time.Instant;

/** What flowed in one hour: orders that came in, deliveries that were made. {@code start} is the full hour. */
public record FlowHour(Instant start, int orders, int delivered) {}
