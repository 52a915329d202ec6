package org.koppel.codec;

import org.koppel.document.InterchangeReceipt.Interchange;

/** What differs between the EDI standards in going through an interchange. */
public interface EdiStandard<T> {

    /** Tags of the header and trailer of an interchange, a group and a message. */
    record Tags(
            String interchange,
            String interchangeEnd,
            String group,
            String groupEnd,
            String message,
            String messageEnd) {

        /** Whether this header or trailer cannot come inside a message. Asked of every segment. */
        boolean standAround(String tag) {
            return tag.equals(message)
                    || tag.equals(interchangeEnd)
                    || tag.equals(interchange)
                    || tag.equals(group)
                    || tag.equals(groupEnd);
        }
    }

    /** A functional group as its header says. */
    record GroupHead(String kind, String reference, String version) {}

    /** A message as its header says; {@code version} may be null where its group says it. */
    record MessageHead(String reference, String type, String version) {}

    Tags tags();

    Interchange interchange(EdiSegment header);

    GroupHead group(EdiSegment header);

    MessageHead message(EdiSegment header);

    /** Whether a message of this type answers one of ours; such are not answered again. */
    boolean isReceipt(String type);

    /**
     * What reads the message.
     *
     * @param problems where it notes what is wrong, also that the message is of a kind that is not taken
     */
    EdiMessage<T> reader(EdiSegment header, Interchange interchange, EdiProblems problems);

    /** Whether a fault of a header or trailer can be passed over. */
    boolean tolerates(EdiFault fault);
}
