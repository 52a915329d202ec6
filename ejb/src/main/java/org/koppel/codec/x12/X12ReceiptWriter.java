package org.koppel.codec.x12;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.InterchangeReceipt.Interchange;
import org.koppel.document.InterchangeReceipt.RefusedMessage;

/** Writes 997 (004010), or where the channel says so 999 (005010X231A1), one for each group, or TA1 where the interchange itself was refused. */
@ApplicationScoped
public class X12ReceiptWriter extends X12Writer<InterchangeReceipt> {
    private static final int CONTROL_DIGITS = 9;

    /** Option of a channel: which set the partner wants, 997 where it is not said. */
    private static final String OPTION = "x12.receipt";

    public X12ReceiptWriter() {
        super(InterchangeReceipt.class);
    }

    @Override
    public void write(InterchangeReceipt receipt, FormatSettings settings, OutputStream stream)
            throws DocumentException, IOException {
        ReceiptSet set = agreed(settings);
        Interchange came = receipt.interchange();
        X12Output.Head head = new X12Output.Head(
                address(came.recipientQualifier(), came.recipient()),
                address(came.senderQualifier(), came.sender()),
                "FA",
                receipt.issuedAt(),
                came.test());
        String control = ControlNumber.of(settings, receipt.number().value() + receipt.issuedAt(), CONTROL_DIGITS);
        X12Output out = new X12Output(head, control, receipt.toString(), settings, set.release());
        if (receipt.refusal() != null || receipt.groups().isEmpty()) {
            refuse(receipt, out);
            out.sendBare(stream);
            return;
        }
        out.begin();
        Map<String, List<RefusedMessage>> refused =
                receipt.refused().stream().collect(Collectors.groupingBy(m -> String.valueOf(m.group())));
        receipt.groups()
                .forEach(g -> set.write(g, refused.getOrDefault(String.valueOf(g.reference()), List.of()), out));
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

    private static ReceiptSet agreed(FormatSettings settings) throws DocumentException {
        String wanted = settings.option(OPTION, ReceiptSet.FUNCTIONAL.number());
        return Arrays.stream(ReceiptSet.values())
                .filter(s -> s.number().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DocumentException(
                        new Problem("BAD_OPTION", OPTION, OPTION + " is \"" + wanted + "\"; say 997 or 999")));
    }
}
