package org.koppel.punchout.cxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.koppel.codec.CxmlVersion;

/**
 * What is agreed with one buyer: name of the form field, which says the encoding too ({@code cxml-urlencoded},
 * {@code cXML-base64}), DTD versions of PunchOutOrderMessage ({@code dtd}) and PunchOutSetupResponse ({@code setupDtd}),
 * classification scheme, whether prices are given for one unit, the most that a cart may come back for
 * ({@code operationAllowed}: {@code create}, {@code inspect} or {@code edit}), names of the Extrinsics that are returned, and whether the
 * buyer's system may fetch the catalogue.
 */
public record CxmlConnection(
        String fieldName,
        String dtd,
        String setupDtd,
        String scheme,
        boolean pricePerOne,
        String operationAllowed,
        List<String> echo,
        boolean catalogue) {
    /** The most that a cart may come back for, the least first. */
    public static final List<String> OPERATIONS = List.of("create", "inspect", "edit");

    static final CxmlConnection PLAIN =
            new CxmlConnection("cxml-urlencoded", CxmlVersion.AS_WRITTEN.value(), "UNSPSC", false);

    private static final int MOST_ECHOES = 20;
    private static final int LONGEST_NAME = 100;

    /** Names under which buyers' systems send what is personal: never returned, whatever was agreed. */
    private static final Set<String> PERSONAL = Set.of(
            "user",
            "username",
            "uniquename",
            "uniqueusername",
            "useremail",
            "email",
            "emailaddress",
            "firstname",
            "lastname",
            "fullname",
            "userfullname",
            "userprintablename",
            "name",
            "phone",
            "phonenumber",
            "userphonenumber");

    public CxmlConnection {
        echo = List.copyOf(echo);
    }

    /** Names of the parts that cannot be agreed as they are ({@code dtd}); empty when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!fieldName.equalsIgnoreCase("cxml-urlencoded") && !base64()) {
            faults.add("fieldName");
        }
        if (!CxmlVersion.isOne(dtd)) {
            faults.add("dtd");
        }
        if (!CxmlVersion.isOne(setupDtd)) {
            faults.add("setupDtd");
        }
        if (!scheme.matches("[\\p{L}\\p{N}._ -]{1,60}")) {
            faults.add("scheme");
        }
        if (!OPERATIONS.contains(operationAllowed)) {
            faults.add("operationAllowed");
        }
        if (echo.size() > MOST_ECHOES || echo.stream().anyMatch(e -> e.length() > LONGEST_NAME || isPersonal(e))) {
            faults.add("echo");
        }
        return faults;
    }

    /** With carts that may be changed, the oldest common DTD for answers, nothing returned and no catalogue. */
    CxmlConnection(String fieldName, String dtd, String scheme, boolean pricePerOne) {
        this(fieldName, dtd, CxmlVersion.OLDEST.value(), scheme, pricePerOne, "edit", List.of(), false);
    }

    /** What the DTD of carts and index knows. */
    CxmlVersion version() {
        return new CxmlVersion(dtd);
    }

    boolean base64() {
        return fieldName.equalsIgnoreCase("cxml-base64");
    }

    /** Whether a cart may come back for this operation. */
    boolean allows(String operation) {
        return switch (operation) {
            case "edit" -> operationAllowed.equals("edit");
            case "inspect" -> !operationAllowed.equals("create");
            default -> true;
        };
    }

    boolean echoes(String extrinsic) {
        return echo.contains(extrinsic) && !isPersonal(extrinsic);
    }

    private static boolean isPersonal(String extrinsic) {
        return PERSONAL.contains(extrinsic.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
}
