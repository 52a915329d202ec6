package org.koppel.codec.x12;

import java.util.List;
import java.util.Map;
import org.koppel.codec.EdiOutput;
import org.koppel.codec.Fitting;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.document.InterchangeReceipt.Group;
import org.koppel.document.InterchangeReceipt.RefusedMessage;

/**
 * Writes what was found in one group: as 997 (004010), or as 999 (005010X231A1), which says the same in segments of its own names. Both name refused
 * sets only. CTX of 999, which tells a patient or a claim, has no use in an order.
 */
enum ReceiptSet {
    FUNCTIONAL("997", X12Output.Release.R4010, "AK"),
    IMPLEMENTATION("999", X12Output.Release.R5010, "IK");

    /** 720 (004010) and 620 (005010): where a segment is wrong. */
    private static final Map<String, String> SEGMENT_ERRORS =
            Map.of("SEGMENT_MISSING", "3", "SEGMENT_UNEXPECTED", "2", "SEGMENT_TOO_OFTEN", "5");

    /** 723 (004010) and 621 (005010): where an element is. */
    private static final Map<String, String> ELEMENT_ERRORS = Map.of(
            "ELEMENT_MISSING", "1",
            "ELEMENT_UNEXPECTED", "3",
            "TOO_SHORT", "4",
            "TOO_LONG", "5",
            "BAD_CHARACTER", "6",
            "BAD_VALUE", "7",
            "BAD_DATE", "8");

    /** 718 (004010) and 618 (005010): where the transaction set as a whole is wrong. */
    private static final Map<String, String> SET_ERRORS =
            Map.of("UNSUPPORTED", "1", "REFERENCE_WRONG", "3", "COUNT_WRONG", "4", "DUPLICATE", "23");

    private static final String IN_ERROR = "5";

    private static final int COPY_WIDTH = 99;

    private final String number;
    private final X12Output.Release release;
    private final String prefix;

    ReceiptSet(String number, X12Output.Release release, String prefix) {
        this.number = number;
        this.release = release;
        this.prefix = prefix;
    }

    /** Its number, as a channel names it. */
    String number() {
        return number;
    }

    X12Output.Release release() {
        return release;
    }

    /** @param refused of the group */
    void write(Group group, List<RefusedMessage> refused, X12Output out) {
        out.beginSet(number);
        out.segment("AK1", group.kind(), group.reference(), this == IMPLEMENTATION ? group.version() : null);
        refused.forEach(m -> set(m, out));
        int good = group.messages() - group.refused();
        String status = group.refused() == 0 ? "A" : good == 0 ? "R" : "P";
        String all = Integer.toString(group.messages());
        out.segment("AK9", status, all, all, Integer.toString(good));
        out.endSet();
    }

    private void set(RefusedMessage message, X12Output out) {
        out.segment("AK2", message.type(), message.reference());
        int segment = 0;
        String ofSet = IN_ERROR;
        for (Fault fault : message.faults()) {
            if (SET_ERRORS.containsKey(fault.kind()) && List.of("ST", "SE").contains(fault.tag())) {
                ofSet = SET_ERRORS.get(fault.kind());
                continue;
            }
            boolean ofElement = fault.element() > 0;
            if (fault.segment() != segment || !ofElement) {
                segment = fault.segment();
                String error = ofElement ? "8" : SEGMENT_ERRORS.getOrDefault(fault.kind(), "8");
                out.segment(prefix + 3, fault.tag(), Integer.toString(segment), null, error);
            }
            if (ofElement) {
                String error = ELEMENT_ERRORS.getOrDefault(fault.kind(), "7");
                out.segment(prefix + 4, place(fault), null, error, copy(fault.value()));
            }
        }
        out.segment(prefix + 5, "R", ofSet);
    }

    /** C030: the element, and the component in it. */
    private static Object place(Fault fault) {
        String component = fault.component() > 0 ? Integer.toString(fault.component()) : "";
        return EdiOutput.of(Integer.toString(fault.element()), component);
    }

    /** 724 is a copy for whoever looks into the file that was sent, which has all of it: the beginning of a longer one will do. */
    private static String copy(String value) {
        return value == null ? null : Fitting.beginning(value, COPY_WIDTH);
    }
}
