package org.koppel.party;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;

/** Parts of this package on a database of a test, each made anew so that nothing is remembered from before a change. */
public final class PartyFixture {
    private PartyFixture() {}

    public static Authentication authentication(EntityManager em) {
        return new Authentication(new Credentials(em), new Secrets(new Settings()), Clock.systemUTC());
    }

    public static Buyers buyers(EntityManager em) {
        return new Buyers(em);
    }
}
