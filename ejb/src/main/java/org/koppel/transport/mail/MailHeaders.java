package org.koppel.transport.mail;

/** What may stand in a header line. */
final class MailHeaders {
    private MailHeaders() {}

    /** @throws UnusableMailException when the value has line breaks or other control characters: it would forge headers */
    static String checked(String what, String value) throws UnusableMailException {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new UnusableMailException(
                    "BAD_HEADER", "The " + what + " has a line break or another control character; take it out");
        }
        return value;
    }
}
