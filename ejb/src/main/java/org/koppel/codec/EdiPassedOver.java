package org.koppel.codec;

import java.util.Optional;

/** A message of a kind that is not taken: nothing of it is read. */
public final class EdiPassedOver<T> implements EdiMessage<T> {

    @Override
    public void take(EdiSegment segment) {
        // nobody knows what it means
    }

    @Override
    public Optional<String> number() {
        return Optional.empty();
    }

    @Override
    public Optional<T> finish(EdiSegment trailer) {
        return Optional.empty();
    }
}
