package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.document.InterchangeReceipt.Group;
import org.koppel.document.InterchangeReceipt.Interchange;
import org.koppel.document.InterchangeReceipt.RefusedMessage;

/** Writes CONTRL of syntax version 3: the interchange, and below it only what was refused. */
final class ContrlMessage {
    private static final int CONTROL_DIGITS = 14;
    private static final String REJECTED = "4";

    /** 0083: this level is acknowledged, and all below it that is not rejected by name. */
    private static final String TAKEN = "7";

    /** 0085, by what our readers find; 18 stands for whatever is not among them. */
    private static final Map<String, String> ERRORS = Map.ofEntries(
            Map.entry("SEGMENT_MISSING", "13"),
            Map.entry("SEGMENT_UNEXPECTED", "15"),
            Map.entry("SEGMENT_TOO_OFTEN", "35"),
            Map.entry("ELEMENT_MISSING", "13"),
            Map.entry("ELEMENT_UNEXPECTED", "16"),
            Map.entry("TOO_LONG", "39"),
            Map.entry("TOO_SHORT", "40"),
            Map.entry("BAD_CHARACTER", "21"),
            Map.entry("BAD_VALUE", "12"),
            Map.entry("BAD_DATE", "12"),
            Map.entry("COUNT_WRONG", "29"),
            Map.entry("REFERENCE_WRONG", "28"),
            Map.entry("DUPLICATE", "26"),
            Map.entry("UNSUPPORTED", "14"));

    private final EdifactOutput out;

    private ContrlMessage(EdifactOutput out) {
        this.out = out;
    }

    static void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream stream)
            throws DocumentException, IOException {
        Interchange came = receipt.interchange();
        EdifactOutput.Addresses back = new EdifactOutput.Addresses(
                address(came.recipient(), came.recipientQualifier()), address(came.sender(), came.senderQualifier()));
        EdifactOutput output = new EdifactOutput(
                settings,
                back,
                ControlNumber.of(settings, receipt.number().value() + receipt.issuedAt(), CONTROL_DIGITS),
                new EdifactOutput.Head("CONTRL", "3", "EAN002", receipt.issuedAt(), came.test()));
        new ContrlMessage(output).write(receipt);
        output.send(stream);
    }

    private static String address(String id, String qualifier) {
        return (id == null ? "UNKNOWN" : id) + (qualifier == null ? "" : ':' + qualifier);
    }

    private void write(InterchangeReceipt receipt) {
        Interchange came = receipt.interchange();
        Fault refusal = receipt.refusal();
        boolean named =
                refusal != null && refusal.tag() != null && !refusal.tag().isEmpty();
        out.segment(
                "UCI",
                came.reference(),
                of(Arrays.asList(came.sender(), came.senderQualifier())),
                of(Arrays.asList(came.recipient(), came.recipientQualifier())),
                refusal == null ? TAKEN : REJECTED,
                refusal == null ? null : error(refusal),
                named ? refusal.tag() : null,
                named ? place(refusal) : null);
        if (refusal != null) {
            return; // everything below is rejected with it
        }
        if (receipt.groups().isEmpty()) {
            receipt.refused().forEach(this::message);
        }
        for (Group group : receipt.groups()) {
            List<RefusedMessage> refused = receipt.refused().stream()
                    .filter(m -> group.reference().equals(m.group()))
                    .toList();
            if (!refused.isEmpty()) {
                out.segment("UCF", group.reference(), null, null, TAKEN);
                refused.forEach(this::message);
            }
        }
    }

    private void message(RefusedMessage message) {
        Fault ofAll = message.faults().stream()
                .filter(ContrlMessage::isOfService)
                .findFirst()
                .orElse(null);
        out.segment(
                "UCM",
                message.reference(),
                type(message),
                REJECTED,
                ofAll == null ? null : error(ofAll),
                ofAll == null ? null : ofAll.tag(),
                ofAll == null ? null : place(ofAll));
        int segment = 0;
        for (Fault fault : message.faults()) {
            if (isOfService(fault)) {
                continue;
            }
            if (fault.segment() != segment || fault.element() == 0) {
                segment = fault.segment();
                out.segment("UCS", Integer.toString(segment), fault.element() == 0 ? error(fault) : null);
            }
            if (fault.element() > 0) {
                out.segment("UCD", error(fault), place(fault));
            }
        }
    }

    private static boolean isOfService(Fault fault) {
        return fault.tag().equals("UNH") || fault.tag().equals("UNT");
    }

    private static Object type(RefusedMessage message) {
        String[] version = message.version().split(":", -1);
        String[] type = new String[version.length + 1];
        type[0] = message.type();
        System.arraycopy(version, 0, type, 1, version.length);
        return of(type);
    }

    private static Object place(Fault fault) {
        return fault.element() == 0
                ? null
                : of(
                        Integer.toString(fault.element()),
                        fault.component() == 0 ? "" : Integer.toString(fault.component()));
    }

    private static String error(Fault fault) {
        return ERRORS.getOrDefault(fault.kind(), "18");
    }
}
