package org.koppel.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.RefusedDocument;

/** Reads a message only to learn what is wrong with it. Documents are let go at once, so it may have any number of them. */
final class TrialSink<T> implements DocumentSink<T> {
    private final Problems ofDocuments = new Problems();
    private final List<Problem> ofMessage = new ArrayList<>();
    private InterchangeReceipt receipt;
    private boolean anyGood;
    private RefusedDocument first;
    private boolean several;

    @Override
    public void accept(T document) {
        anyGood = true;
    }

    @Override
    public void refuse(RefusedDocument document, List<Problem> problems) {
        several = first != null;
        first = several ? first : document;
        problems.forEach(p -> ofDocuments.add(p.code(), p.location(), p.message()));
    }

    @Override
    public void receipt(InterchangeReceipt told) {
        receipt = told;
    }

    /** The message as a whole cannot be taken. */
    void failed(List<Problem> problems) {
        ofMessage.addAll(problems);
    }

    /** Why nothing of the message is taken; empty when at least one document of it can be. */
    List<Problem> problems() {
        if (anyGood && ofMessage.isEmpty()) {
            return List.of();
        }
        List<Problem> all = new ArrayList<>(ofDocuments.all());
        all.addAll(ofMessage);
        return all;
    }

    /** The document that is wrong, where there is no other. */
    Optional<RefusedDocument> refused() {
        return Optional.ofNullable(first).filter(r -> !several && !anyGood);
    }

    Optional<InterchangeReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
