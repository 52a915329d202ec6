package org.koppel.codec.x12;

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

/** Goes through an X12 interchange of purchase orders, their changes and receipts for what we sent. */
final class X12Orders implements EdiStandard<Document> {
    private static final Tags TAGS = new Tags("ISA", "IEA", "GS", "GE", "ST", "SE");

    private static final Set<String> TAKEN =
            Set.of(X12.PURCHASE_ORDER, X12.ORDER_CHANGE, "855", "865", "856", X12.INVOICE);

    private final String currency;
    private final UnitReading units;
    private String version = "";

    private X12Orders(String currency, UnitReading units) {
        this.currency = currency;
        this.units = units;
    }

    static void read(InputStream in, FormatSettings settings, DocumentSink<Document> sink)
            throws DocumentException, IOException {
        X12Orders standard = new X12Orders(settings.currency(), UnitReading.of(settings, X12::unit));
        new EdiWalk<>(X12Stream.open(in, X12.Sets::of), standard, sink).walk();
    }

    @Override
    public Tags tags() {
        return TAGS;
    }

    @Override
    public Interchange interchange(EdiSegment isa) {
        return header(isa);
    }

    /** As ISA says it, without the blanks that fill it up. */
    static Interchange header(EdiSegment isa) {
        return new Interchange(
                plain(isa.at(13)),
                plain(isa.at(6)),
                plain(isa.at(5)),
                plain(isa.at(8)),
                plain(isa.at(7)),
                plain(isa.at(12)),
                "T".equals(isa.at(15)));
    }

    private static String plain(String value) {
        return value == null ? null : value.strip();
    }

    @Override
    public GroupHead group(EdiSegment gs) {
        version = gs.at(8) == null ? "" : gs.at(8);
        return new GroupHead(gs.at(1), gs.at(6), version);
    }

    @Override
    public MessageHead message(EdiSegment st) {
        return new MessageHead(st.at(2), st.at(1), version);
    }

    @Override
    public boolean isReceipt(String type) {
        return "997".equals(type) || "999".equals(type);
    }

    @Override
    public EdiMessage<Document> reader(EdiSegment st, Interchange interchange, EdiProblems problems) {
        String set = st.at(1);
        if (isReceipt(set)) {
            return new ReceiptReading(set, problems);
        }
        if (set == null || !isTaken(st, problems)) {
            return new EdiPassedOver<>(); // where the element is missing, that was said
        }
        boolean test = interchange != null && interchange.test();
        EdiFields fields = new EdiFields(problems, units);
        return switch (set) {
            case X12.ORDER_CHANGE -> new ChangeSet(fields, test, currency);
            case "855", "865" -> new AcknowledgementReading(fields, test, currency);
            case "856" -> new ShipNoticeReading(fields, test);
            case X12.INVOICE -> new InvoiceReading(fields, test, currency);
            default -> new OrderSet(fields, test, currency);
        };
    }

    /** Whether we read such sets, and in this version; says so where not. */
    private boolean isTaken(EdiSegment st, EdiProblems problems) {
        String set = st.at(1);
        if (!TAKEN.contains(set)) {
            problems.add(
                    st,
                    1,
                    0,
                    Kind.UNSUPPORTED,
                    "UNSUPPORTED_MESSAGE",
                    "The transaction set " + set + " is not taken here; send 850, 860, 997 or 999, or as the back"
                            + " office 855, 865, 856 or 810");
            return false;
        }
        boolean known = version.contains(X12.VERSION);
        if (!known) {
            String text = set + " of " + version + " is not read here; send 004010, and say so in GS08";
            problems.add(st, 1, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VERSION", text);
        }
        return known;
    }

    /** Authorisations and agencies in headers hurt nobody: only references, counts and versions are used. */
    @Override
    public boolean tolerates(EdiFault fault) {
        boolean header = fault.tag().equals("ISA") || fault.tag().equals("GS");
        boolean wrong = fault.kind() == Kind.REFERENCE_WRONG || fault.kind() == Kind.COUNT_WRONG;
        return header && !wrong && fault.kind() != Kind.ELEMENT_MISSING && fault.kind() != Kind.SEGMENT_MISSING;
    }
}
