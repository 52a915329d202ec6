package org.koppel.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock that everybody injects. UTC; people see their own zone. */
@ApplicationScoped
public class SystemClock {

    @Produces
    @Dependent
    public Clock clock() {
        return Clock.systemUTC();
    }
}
