package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koppel.platform.DatabaseReady;
import org.koppel.platform.Secrets;
import org.koppel.platform.Settings;
import org.koppel.platform.TestDatabase;
import org.koppel.shared.PartyId;

class SecretKeyCheckTest {
    private static final DatabaseReady READY = new DatabaseReady(false);
    private static final String KEY = key((byte) 1);

    private SessionFactory factory;
    private EntityManager em;

    @BeforeEach
    void open() {
        factory = TestDatabase.sessions(TestDatabase.fresh());
        em = factory.createEntityManager();
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Test
    void withoutAKeyNothingStartsAndTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> check(null).readable(READY))
                .hasMessageContaining("KOPPEL_SECRET_KEY is not set")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void anUnreadableKeyIsToldAtTheStart() {
        assertThatThrownBy(() -> check("my own pass phrase!").readable(READY))
                .hasMessageContaining("KOPPEL_SECRET_KEY is no Base64");
    }

    @Test
    void aKeyThatDoesNotOpenWhatIsStoredEndsTheStart() {
        storeASecret();

        assertThatThrownBy(() -> check(key((byte) 2)).fits(READY))
                .hasMessageContaining("KOPPEL_SECRET_KEY is not the key")
                .hasMessageContaining("set the key that belongs to this database");
    }

    @Test
    void theRightKeyOpensWhatIsStored() {
        storeASecret();

        assertThatCode(() -> {
                    check(KEY).readable(READY);
                    check(KEY).fits(READY);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aNewDatabaseTakesAnyKey() {
        assertThatCode(() -> check(key((byte) 2)).fits(READY)).doesNotThrowAnyException();
    }

    private void storeASecret() {
        em.getTransaction().begin();
        em.createNativeQuery("insert into customer (id, name) values ('buyer', 'Buyer')")
                .executeUpdate();
        new Credentials(em)
                .put(
                        new PartyId("buyer"),
                        Credentials.Kind.CXML,
                        "DUNS",
                        "1",
                        null,
                        secrets(KEY).encrypt("x"));
        em.getTransaction().commit();
    }

    private SecretKeyCheck check(String key) {
        return new SecretKeyCheck(secrets(key), new Credentials(em));
    }

    private static Secrets secrets(String key) {
        return new Secrets(new Settings() {
            @Override
            public Optional<String> text(String name) {
                return name.equals("KOPPEL_SECRET_KEY") ? Optional.ofNullable(key) : Optional.empty();
            }
        });
    }

    private static String key(byte filler) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, filler);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
