package org.koppel.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.Problem;
import org.koppel.document.Acknowledgement;

/**
 * What to tell the sender. {@code id} is Koppel's id of the stored message; {@code repeated} that the same message came before
 * (then {@code id} is the first one's); {@code answer} is the answer in the partner's own format, where that format has one.
 */
public record Receipt(
        UUID id, Acknowledgement.Outcome outcome, boolean repeated, List<Problem> problems, Optional<Answer> answer) {

    /** A rendered answer. */
    public record Answer(String mediaType, byte[] content) {}

    public Receipt {
        problems = List.copyOf(problems);
    }
}
