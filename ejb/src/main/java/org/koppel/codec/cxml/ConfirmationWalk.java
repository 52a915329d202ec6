package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Reason;
import org.koppel.shared.DocumentNumber;

/** One pass over one {@code ConfirmationRequest}: the back office's answer to an order, as far as we do not know it already. */
final class ConfirmationWalk extends RequestWalk {
    static final String ITEM = "ConfirmationItem";

    private static final String HEADER = "ConfirmationHeader/";
    private static final Set<String> TYPES = Set.of("accept", "reject", "detail", "allDetail");

    private final List<OrderResponseLine> lines = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final References references = new References(fields);
    private String number;
    private String type;
    private OffsetDateTime issued;
    private String note;
    private Party buyer;

    private ConfirmationWalk(XmlCursor xml, UnitReading units) {
        super(xml, units, "ConfirmationRequest", ITEM);
    }

    /** @throws DocumentException with everything that is wrong */
    static OrderResponse read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        ConfirmationWalk walk = new ConfirmationWalk(XmlStreams.open(in), UnitReading.of(settings));
        walk.walk();
        return walk.response();
    }

    @Override
    void child() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ConfirmationHeader" -> header();
            case "OrderReference", "OrderIDInfo" -> order();
            case ITEM -> {
                if (isTaken()) {
                    item();
                }
            }
            default -> {}
        }
    }

    private void header() throws DocumentException, IOException {
        number = fields.identifier("confirmID", Cxml.NUMBER_LENGTH, HEADER + "@confirmID");
        issued = fields.dateTime(xml.attribute("noticeDate"), HEADER + "@noticeDate");
        type = fields.attribute("type", Cxml.NAME_LENGTH, HEADER + "@type");
        if (type != null && !TYPES.contains(type)) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    HEADER + "@type",
                    HEADER + "@type is \"" + type + "\"; send accept, reject or detail, and answer every line");
        }
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Contact" -> {
                    if ("soldTo".equals(xml.attribute("role"))) {
                        buyer = new AddressPart(fields).contact(HEADER + "Contact");
                    }
                }
                case "Comments" -> note = note(note);
                case "Extrinsic" -> references.repeated();
                default -> {} // sums, which we reckon, and what the order says already
            }
        }
    }

    private void item() throws DocumentException, IOException {
        String line = lineNumber();
        if (line != null && !numbers.add(line)) {
            fields.problem(
                    "DUPLICATE_LINE_NUMBER",
                    ITEM + "/@lineNumber",
                    "Another item has this line number; answer every line once");
        }
        OrderResponseLine read = new ConfirmationItemPart(fields).read(line);
        if (problems.isEmpty()) {
            lines.add(read);
        }
    }

    @Override
    void require() {
        fields.required(number, HEADER + "@confirmID", "give the confirmation a number");
        orderNumber();
        if (position() == 0 && status() == null) {
            fields.required(null, ITEM, "send the type accept or reject, or answer every line");
        }
    }

    /** Null where the lines tell. */
    private LineStatus status() {
        return switch (type == null ? "" : type) {
            case "accept" -> LineStatus.ACCEPTED;
            case "reject" -> LineStatus.REJECTED;
            default -> null;
        };
    }

    private OrderResponse response() {
        String currency = lines.stream()
                .filter(l -> l.price() != null)
                .map(l -> l.price().amount().currency())
                .findFirst()
                .orElse(null);
        return OrderResponse.decided(
                new DocumentNumber(number),
                issued,
                new DocumentNumber(orderNumber()),
                status(),
                currency,
                test,
                buyer,
                references.all(),
                note == null ? List.of() : List.of(new Reason(ConfirmationItemPart.SAID, note)),
                lines);
    }
}
