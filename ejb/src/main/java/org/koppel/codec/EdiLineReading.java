package org.koppel.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.document.Document;

/**
 * Reads a message that is a head and then lines. It keeps the lines within their number, lets every problem name the line it is
 * in, and makes no document while there is a problem.
 *
 * @param <L> what a line becomes
 */
public abstract class EdiLineReading<L> implements EdiMessage<Document> {
    private static final int MOST_LINES = 10_000;

    protected final EdiProblems problems;
    protected final EdiFields fields;
    protected final boolean test;
    private final List<L> lines = new ArrayList<>();
    private EdiSegment first;
    private Line<L> line;
    private int count;

    /** The segments of one line. */
    public interface Line<L> {

        void take(EdiSegment segment);

        /** What the segments say together; notes what is wrong with it. */
        L read();
    }

    protected EdiLineReading(EdiFields fields, boolean test) {
        this.problems = fields.problems();
        this.fields = fields;
        this.test = test;
    }

    /** @param segment that begins the line, and ends the one before */
    protected final void begin(EdiSegment segment, Line<L> its) {
        end();
        first = segment;
        line = its;
        problems.inLine(segment.at(1));
    }

    /** Gives the segment to the line that is open; false when none is. */
    protected final boolean takenByLine(EdiSegment segment) {
        if (line != null) {
            line.take(segment);
        }
        return line != null;
    }

    /** What follows is of no line. */
    protected final void end() {
        if (line == null) {
            return;
        }
        count++;
        if (count == MOST_LINES + 1) {
            String text = "There are more than " + MOST_LINES + " lines; split the document";
            problems.add(first, 0, 0, Kind.SEGMENT_TOO_OFTEN, "TOO_MANY_LINES", text);
        }
        if (count <= MOST_LINES) { // of more nothing is kept
            L read = line.read();
            compare(first, read);
            if (problems.isEmpty()) {
                lines.add(read);
            }
        }
        line = null;
        problems.inLine(null);
    }

    /** Notes what is wrong with a line beside those before it. */
    protected void compare(EdiSegment begin, L read) {
        // lines that may repeat each other
    }

    /** How many lines there were, with the one that is being read. */
    protected final int count() {
        return count;
    }

    protected final List<L> lines() {
        return lines;
    }

    /** Null for a text without letters. */
    protected static String words(StringBuilder text) {
        return text.isEmpty() ? null : text.toString();
    }

    @Override
    public final Optional<Document> finish(EdiSegment trailer) {
        end();
        require(trailer);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Document document = document();
        check(document, trailer);
        return problems.isEmpty() ? Optional.of(document) : Optional.empty();
    }

    /** Notes what is missing. @param trailer for the place */
    protected abstract void require(EdiSegment trailer);

    /** Asked only when nothing is wrong. */
    protected abstract Document document();

    /** Notes what is wrong with the document as a whole. @param trailer for the place */
    protected void check(Document document, EdiSegment trailer) {
        // that nothing is missing is enough
    }
}
