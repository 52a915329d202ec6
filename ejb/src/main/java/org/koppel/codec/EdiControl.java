package org.koppel.codec;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.koppel.codec.EdiFault.Kind;

/**
 * Compares the trailers of an interchange, its groups and messages with what came since their headers: the count and the control reference (ISO 9735-1,
 * X12.5 and X12.6).
 */
final class EdiControl {
    private static final List<Frame> EDIFACT =
            List.of(new Frame("UNB", 5, "UNZ"), new Frame("UNG", 5, "UNE"), new Frame("UNH", 1, "UNT"));
    private static final List<Frame> X12 =
            List.of(new Frame("ISA", 13, "IEA"), new Frame("GS", 6, "GE"), new Frame("ST", 2, "SE"));
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final int INTERCHANGE = 0;
    private static final int GROUP = 1;
    private static final int MESSAGE = 2;

    /** Segments that stand around messages: asked of every segment. */
    private static final Set<String> AROUND_EDIFACT = Set.of("UNB", "UNG", "UNH", "UNT", "UNE", "UNZ");

    private static final Set<String> AROUND_X12 = Set.of("ISA", "TA1", "GS", "ST", "SE", "GE", "IEA");

    private final List<Frame> frames;
    private final Set<String> around;
    private final String[] references = new String[3];
    /** Groups or messages of the interchange, messages of the group. */
    private final int[] inside = new int[3];

    private boolean grouped;
    private boolean open;

    /** What surrounds something; {@code reference} is the element of the header that the trailer repeats as its second, behind the count. */
    private record Frame(String header, int reference, String trailer) {}

    /** @param first the header of the interchange */
    EdiControl(EdiSegment first) {
        frames = first.tag().equals("ISA") ? X12 : EDIFACT;
        around = frames == X12 ? AROUND_X12 : AROUND_EDIFACT;
        begin(INTERCHANGE, first);
    }

    /** Whether the segment is a message's header. */
    boolean beginsMessage(String tag) {
        return tag.equals(frames.get(MESSAGE).header());
    }

    /** Whether a message has begun and not ended. */
    boolean isOpen() {
        return open;
    }

    /** Whether the segment stands around messages. */
    boolean standsAround(String tag) {
        return around.contains(tag);
    }

    /** A segment that {@link #standsAround} was read whole. */
    void passed(EdiSegment segment, Consumer<EdiFault> faults) {
        for (int level = GROUP; level <= MESSAGE; level++) {
            if (segment.tag().equals(frames.get(level).header())) {
                inside[level == MESSAGE && grouped ? GROUP : INTERCHANGE]++;
                begin(level, segment);
            }
        }
        for (int level = INTERCHANGE; level <= MESSAGE; level++) {
            if (segment.tag().equals(frames.get(level).trailer())) {
                compare(segment, level == MESSAGE ? segment.position() : inside[level], references[level], faults);
                end(level);
            }
        }
    }

    private void begin(int level, EdiSegment header) {
        references[level] = header.at(frames.get(level).reference());
        inside[level] = 0;
        grouped |= level == GROUP;
        open = level == MESSAGE;
    }

    private void end(int level) {
        grouped &= level != GROUP;
        open = false;
    }

    /** What is missing or no number is a fault of its own, which the description of the segment tells. */
    private static void compare(EdiSegment trailer, int counted, String reference, Consumer<EdiFault> faults) {
        String count = trailer.at(1);
        if (count != null && COUNT.matcher(count).matches() && Integer.parseInt(count) != counted) {
            faults.accept(EdiFaults.element(Kind.COUNT_WRONG, trailer.tag(), trailer.position(), 1, 0, count));
        }
        String repeated = trailer.at(2);
        if (repeated != null && reference != null && !repeated.equals(reference)) {
            faults.accept(EdiFaults.element(Kind.REFERENCE_WRONG, trailer.tag(), trailer.position(), 2, 0, repeated));
        }
    }
}
