package org.koppel.web.console;

import java.time.Instant;

/** One step of a timeline. {@code link} and {@code detail} may be empty; {@code tone} is a CSS class. */
public record Event(Instant at, String title, String detail, String link, String tone) {}
