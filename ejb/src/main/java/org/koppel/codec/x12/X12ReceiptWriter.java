package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Fitting;
import org.koppel.codec.FormatSettings;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Fault;
import org.koppel.document.InterchangeReceipt.Group;
import org.koppel.document.InterchangeReceipt.Interchange;
import org.koppel.document.InterchangeReceipt.RefusedMessage;

/** Writes 997 (004010), one for each group, or TA1 where the interchange itself was refused. */
@ApplicationScoped
public class X12ReceiptWriter extends X12Writer<InterchangeReceipt> {
    private static final int CONTROL_DIGITS = 9;
    private static final int COPY_WIDTH = 99;

    /** 720: where an element is wrong; 723: where a segment is. */
    private static final Map<String, String> SEGMENT_ERRORS =
            Map.of("SEGMENT_MISSING", "3", "SEGMENT_UNEXPECTED", "2", "SEGMENT_TOO_OFTEN", "5");

    private static final Map<String, String> ELEMENT_ERRORS = Map.of(
            "ELEMENT_MISSING", "1",
            "ELEMENT_UNEXPECTED", "3",
            "TOO_SHORT", "4",
            "TOO_LONG", "5",
            "BAD_CHARACTER", "6",
            "BAD_VALUE", "7",
            "BAD_DATE", "8");

    /** 718: where the transaction set as a whole is wrong. */
    private static final Map<String, String> SET_ERRORS =
            Map.of("UNSUPPORTED", "1", "REFERENCE_WRONG", "3", "COUNT_WRONG", "4", "DUPLICATE", "23");

    private static final String IN_ERROR = "5";

    public X12ReceiptWriter() {
        super(InterchangeReceipt.class);
    }

    @Override
    public void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream stream)
            throws DocumentException, IOException {
        Interchange came = receipt.interchange();
        X12Output.Head head = new X12Output.Head(
                address(came.recipientQualifier(), came.recipient()),
                address(came.senderQualifier(), came.sender()),
                "FA",
                receipt.issuedAt(),
                came.test());
        String control = ControlNumber.of(settings, receipt.number().value() + receipt.issuedAt(), CONTROL_DIGITS);
        X12Output out = new X12Output(head, control, receipt.toString(), settings);
        if (receipt.refusal() != null || receipt.groups().isEmpty()) {
            refuse(receipt, out);
            out.sendBare(stream);
            return;
        }
        out.begin();
        Map<String, List<RefusedMessage>> refused = receipt.refused().stream()
                .collect(Collectors.groupingBy(m -> String.valueOf(m.group())));
        receipt.groups()
                .forEach(g -> group(g, refused.getOrDefault(String.valueOf(g.reference()), List.of()), out));
        out.send(stream);
    }

    private static String address(String qualifier, String id) {
        return (qualifier == null ? "ZZ" : qualifier) + ':' + (id == null ? "UNKNOWN" : id);
    }

    /** TA105: 021 wrong number of groups, 001 numbers differ, 025 duplicate, 024 whatever else. */
    private static void refuse(InterchangeReceipt receipt, X12Output out) {
        String kind = receipt.refusal() == null ? "" : receipt.refusal().kind();
        String note = switch (kind) {
            case "COUNT_WRONG" -> "021";
            case "REFERENCE_WRONG" -> "001";
            case "DUPLICATE" -> "025";
            default -> "024";
        };
        var utc = receipt.issuedAt().withOffsetSameInstant(ZoneOffset.UTC);
        out.segment(
                "TA1",
                receipt.interchange().reference(),
                DateTimeFormatter.ofPattern("yyMMdd").format(utc),
                DateTimeFormatter.ofPattern("HHmm").format(utc),
                "R",
                note);
    }

    private static void group(Group group, List<RefusedMessage> refused, X12Output out) {
        out.beginSet("997");
        out.segment("AK1", group.kind(), group.reference());
        refused.forEach(m -> set(m, out));
        int good = group.messages() - group.refused();
        String status = group.refused() == 0 ? "A" : good == 0 ? "R" : "P";
        String all = Integer.toString(group.messages());
        out.segment("AK9", status, all, all, Integer.toString(good));
        out.endSet();
    }

    private static void set(RefusedMessage message, X12Output out) {
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
                out.segment("AK3", fault.tag(), Integer.toString(segment), null, error);
            }
            if (ofElement) {
                String error = ELEMENT_ERRORS.getOrDefault(fault.kind(), "7");
                out.segment("AK4", Integer.toString(fault.element()), null, error, copy(fault.value()));
            }
        }
        out.segment("AK5", "R", ofSet);
    }

    /** 724 is a copy for whoever looks into the file that was sent, which has all of it: the beginning of a longer one will do. */
    private static String copy(String value) {
        return value == null ? null : Fitting.beginning(value, COPY_WIDTH);
    }
}
