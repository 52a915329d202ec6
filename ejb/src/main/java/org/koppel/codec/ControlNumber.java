package org.koppel.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The control reference of an interchange of ours: as counted for the channel, else made of the document itself. */
public final class ControlNumber {
    /** Option of every EDI format: the number of the delivery, counted once per interchange. */
    public static final String OPTION = "control.number";

    private ControlNumber() {}

    /** @param digits how many the standard takes at most */
    public static String of(FormatSettings settings, String documentNumber, int digits) {
        String counted = settings.option(OPTION, "");
        BigInteger number = counted.matches("\\d{1,18}") ? new BigInteger(counted) : digest(documentNumber);
        return number.mod(BigInteger.TEN.pow(digits)).toString();
    }

    private static BigInteger digest(String documentNumber) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(documentNumber.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
