package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a document, so that its sender learns all of it at once. At most 1,000 are kept. */
public final class Problems {
    private static final int MOST = 1_000;
    private final List<Problem> all = new ArrayList<>();

    public void add(String code, String location, String message) {
        if (all.size() < MOST) {
            all.add(new Problem(code, location, message));
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    /** A problem that makes reading on useless, with all that were found before it; to be thrown. */
    public DocumentException with(String code, String location, String message) {
        List<Problem> found = new ArrayList<>(all);
        found.add(new Problem(code, location, message));
        return new DocumentException(found);
    }

    /** @throws DocumentException with all problems, when there is at least one */
    public void throwIfAny() throws DocumentException {
        if (!all.isEmpty()) {
            throw new DocumentException(all);
        }
    }
}
