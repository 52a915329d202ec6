package org.koppel.punchout.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ready-made dialects of known buyers' systems. */
public final class Profiles {
    /** The plain rules of OCI 4.0, on which all others are based. */
    public static final String GENERIC = "generic-oci";

    private static final List<String> NAMES = List.of(
            GENERIC,
            "generic-oci-5",
            "sap-srm",
            "sap-s4hana",
            "sap-ariba-buying",
            "coupa",
            "onventis",
            "jaggaer",
            "oracle",
            "unit4",
            "visma-proactive",
            "t-blox",
            "leonardo");

    private static final Map<String, Dialect> READ = new ConcurrentHashMap<>();

    private Profiles() {}

    public static List<String> names() {
        return NAMES;
    }

    /** The file of a profile as it stands. @throws DialectRefusedException when there is none of that name */
    public static String file(String name) {
        if (!NAMES.contains(name)) {
            throw new DialectRefusedException("base", DialectProblem.NO_PROFILE, String.join(", ", NAMES));
        }
        try (InputStream in = Profiles.class.getResourceAsStream("profiles/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read profile " + name, e);
        }
    }

    /** The profile with all it is based on; its file is read once. @throws DialectRefusedException when there is none of that name */
    public static Dialect byName(String name) {
        Dialect known = READ.get(name);
        if (known == null) {
            known = resolved(DialectYaml.read(file(name)));
            READ.put(name, known);
        }
        return known;
    }

    /**
     * A dialect with all it is based on, checked.
     *
     * @throws DialectRefusedException when its base is unknown, or the whole cannot work
     */
    public static Dialect resolved(Dialect dialect) {
        if (dialect.base() == null) {
            return DialectCheck.checked(dialect);
        }
        return DialectCheck.checked(dialect.over(byName(dialect.base())));
    }
}
