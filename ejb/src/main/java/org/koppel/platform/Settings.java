package org.koppel.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Configuration from the environment: variables {@code KOPPEL_…} as docs/operations.md lists them. A system property of the
 * same name wins, for tests.
 */
@ApplicationScoped
public class Settings {

    /** The value, or empty when it is not set or blank. */
    public Optional<String> text(String name) {
        String value = System.getProperty(name, System.getenv(name));
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** @throws IllegalStateException when the value is set but is no whole number */
    public int number(String name, int otherwise) {
        return text(name).map(v -> parse(name, v)).orElse(otherwise);
    }

    public boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** Whether demo data and loopback return addresses are wanted ({@code KOPPEL_DEMO=true}). */
    public boolean demo() {
        return flag("KOPPEL_DEMO");
    }

    /** The address partners reach this installation at, without a slash at the end ({@code KOPPEL_PUBLIC_URL}). */
    public String publicUrl() {
        return text("KOPPEL_PUBLIC_URL").orElse("http://localhost:8080").replaceAll("/+$", "");
    }

    /** How long a row waits for its queue before the sweeper sends its id again ({@code KOPPEL_SWEEP_SECONDS}, default 60). */
    public Duration sweepAfter() {
        return Duration.ofSeconds(number("KOPPEL_SWEEP_SECONDS", 60));
    }

    private static int parse(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(name + " must be a whole number, but is " + value, e);
        }
    }
}
