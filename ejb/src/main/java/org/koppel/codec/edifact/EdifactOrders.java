package org.koppel.codec.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.EdiFault;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiMessage;
import org.koppel.codec.EdiPassedOver;
import org.koppel.codec.EdiProblems;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.EdiStandard;
import org.koppel.codec.EdiWalk;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitReading;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt.Interchange;

/** Goes through an EDIFACT interchange of orders, their changes and receipts for what we sent, each message by the directory that it names. */
final class EdifactOrders implements EdiStandard<Document> {
    private static final Tags TAGS = new Tags("UNB", "UNZ", "UNG", "UNE", "UNH", "UNT");

    private static final String CONTRL = "CONTRL";
    private static final String APERAK = "APERAK";

    private static final Set<String> TAKEN =
            Set.of(Edifact.ORDERS, Edifact.ORDCHG, Edifact.ORDRSP, Edifact.DESADV, Edifact.INVOIC);

    private final String currency;
    private final UnitReading units;

    private EdifactOrders(String currency, UnitReading units) {
        this.currency = currency;
        this.units = units;
    }

    static void read(InputStream in, FormatSettings settings, DocumentSink<Document> sink)
            throws DocumentException, IOException {
        EdifactOrders standard = new EdifactOrders(settings.currency(), UnitReading.of(settings));
        new EdiWalk<>(EdifactStream.open(in, Edifact.Messages::of), standard, sink).walk();
    }

    @Override
    public Tags tags() {
        return TAGS;
    }

    @Override
    public Interchange interchange(EdiSegment unb) {
        return header(unb);
    }

    /** As UNB says it. */
    static Interchange header(EdiSegment unb) {
        return new Interchange(
                unb.at(5),
                unb.at(2),
                unb.at(2, 2),
                unb.at(3),
                unb.at(3, 2),
                unb.at(1) + ':' + unb.at(1, 2),
                "1".equals(unb.at(11)));
    }

    @Override
    public GroupHead group(EdiSegment ung) {
        return new GroupHead(ung.at(1), ung.at(5), ung.at(7) + ':' + ung.at(7, 2));
    }

    @Override
    public MessageHead message(EdiSegment unh) {
        String version = unh.at(2, 2)
                + ':'
                + unh.at(2, 3)
                + ':'
                + unh.at(2, 4)
                + (unh.at(2, 5) == null ? "" : ':' + unh.at(2, 5));
        return new MessageHead(unh.at(1), unh.at(2), version);
    }

    @Override
    public boolean isReceipt(String type) {
        return CONTRL.equals(type) || APERAK.equals(type);
    }

    @Override
    public EdiMessage<Document> reader(EdiSegment unh, Interchange interchange, EdiProblems problems) {
        String type = unh.at(2);
        if (CONTRL.equals(type)) {
            return new ContrlReading(problems);
        }
        if (APERAK.equals(type)) {
            return new AperakReading(problems);
        }
        if (!isTaken(unh, problems)) {
            return new EdiPassedOver<>();
        }
        boolean test = interchange != null && interchange.test();
        EdiFields fields = new EdiFields(problems, units);
        return switch (type) {
            case Edifact.ORDCHG -> new OrdchgMessage(fields, test, currency);
            case Edifact.ORDRSP -> new OrdrspReading(fields, test, currency);
            case Edifact.DESADV -> new DesadvReading(fields, test);
            case Edifact.INVOIC -> new InvoicReading(fields, test, currency);
            default -> new OrdersMessage(fields, test, currency);
        };
    }

    /** Whether we read such messages, and in this version; says so where not. */
    private static boolean isTaken(EdiSegment unh, EdiProblems problems) {
        String type = unh.at(2);
        if (type == null || !TAKEN.contains(type)) {
            problems.add(
                    unh,
                    2,
                    1,
                    Kind.UNSUPPORTED,
                    "UNSUPPORTED_MESSAGE",
                    "The message " + type + " is not taken here; send ORDERS, ORDCHG, APERAK or CONTRL, or as the back"
                            + " office ORDRSP, DESADV or INVOIC");
            return false;
        }
        String version = unh.at(2, 2) + '.' + unh.at(2, 3);
        boolean known = Edifact.Messages.of(type, version) != null;
        if (!known) {
            String text = type + ' ' + version + " is not read here; send D.96A or D.01B";
            problems.add(unh, 2, 3, Kind.UNSUPPORTED, "UNSUPPORTED_VERSION", text);
        }
        return known;
    }

    /** What stands in headers and is too long or too much hurts nobody: only references and counts are used. */
    @Override
    public boolean tolerates(EdiFault fault) {
        boolean header = fault.tag().equals("UNB")
                || fault.tag().equals("UNG")
                || fault.tag().equals("UNH");
        return header
                && fault.element() > 1
                && (fault.kind() == Kind.TOO_LONG || fault.kind() == Kind.ELEMENT_UNEXPECTED);
    }
}
