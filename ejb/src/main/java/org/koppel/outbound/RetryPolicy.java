package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.koppel.platform.Settings;

/**
 * How long to wait after each failed attempt. {@code KOPPEL_RETRY_DELAYS} is a comma list of seconds, {@code 60,300,1800,7200,43200}
 * unless told otherwise; when it is used up, a person decides.
 */
@ApplicationScoped
class RetryPolicy {
    private static final String DEFAULT = "60,300,1800,7200,43200";

    @Inject
    Settings settings;

    /** @param failures how many attempts have failed, from 1. @return empty when no further attempt is made by itself */
    Optional<Duration> delayAfter(int failures) {
        List<Duration> delays = delays(settings.text("KOPPEL_RETRY_DELAYS").orElse(DEFAULT));
        return failures <= delays.size() ? Optional.of(delays.get(failures - 1)) : Optional.empty();
    }

    /** @throws IllegalStateException when the text is no list of whole seconds */
    static List<Duration> delays(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .map(Long::parseLong)
                    .map(Duration::ofSeconds)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "KOPPEL_RETRY_DELAYS must be seconds with commas between, but is " + text, e);
        }
    }
}
