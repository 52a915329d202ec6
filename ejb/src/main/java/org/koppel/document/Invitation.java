package org.koppel.document;

import java.time.Instant;
import org.koppel.shared.DocumentNumber;

/**
 * Asks a person to look after a customer's own pages. {@code customer} is its name, {@code until} how long the link holds. The link itself is
 * no part of it: whoever reads the document must not be able to use it.
 */
public record Invitation(DocumentNumber number, String fullName, String customer, Instant until) implements Document {

    /** The setting of the channel that holds the link. */
    public static final String LINK = "invitation.link";
}
