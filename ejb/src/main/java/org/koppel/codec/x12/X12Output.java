package org.koppel.codec.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiOutput;
import org.koppel.codec.Fitting;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Party;
import org.koppel.shared.UnitCode;

/** An interchange of one group that goes out. Its separators are characters that the document itself does not use. */
final class X12Output {
    static final String SENDER = "x12.sender";
    static final String RECIPIENT = "x12.recipient";
    private static final String CHARSET = "x12.charset";
    private static final int ID_WIDTH = 15;
    private static final String ELEMENTS = "*|^\u001d";
    private static final String COMPONENTS = ">:<\u001f";
    private static final String TERMINATORS = "~!\u001c\n";
    private static final String REPETITIONS = "^`\u001e";

    private final EdiOutput out;
    private final EdiOutput.Separators separators;
    private final Head head;
    private final String control;
    private final FormatSettings settings;
    private final UnitSpelling units;
    private final Release release;
    private final String words;
    private int sets;

    /** A release of the standard: ISA12, and GS08. */
    enum Release {
        R4010("00401", X12.VERSION),
        /** Of the guide for 999, which is the only set that is written so. */
        R5010("00501", "005010X231A1");

        private final String interchange;
        private final String group;

        Release(String interchange, String group) {
            this.interchange = interchange;
            this.group = group;
        }
    }

    /**
     * What the headers say: {@code qualifier:identification} of both sides, the group's kind (GS01), when, whether it is a test.
     */
    record Head(String sender, String recipient, String group, OffsetDateTime moment, boolean test) {}

    /** @param words everything the document says, to choose separators by */
    X12Output(Head head, String control, String words, FormatSettings settings) throws DocumentException {
        this(head, control, words, settings, Release.R4010);
    }

    /** As above, in another release. */
    X12Output(Head head, String control, String words, FormatSettings settings, Release release)
            throws DocumentException {
        this.head = head;
        this.release = release;
        this.words = words;
        this.control = "0".repeat(9 - control.length()) + control;
        this.separators = new EdiOutput.Separators(
                free(COMPONENTS, words), free(ELEMENTS, words), free(TERMINATORS, words), '\0');
        this.settings = settings;
        this.units = UnitSpelling.of(settings, X12::spelling);
        this.out = new EdiOutput(separators, new Fitting(settings));
        out.raw(isa());
    }

    private static char free(String candidates, String words) {
        for (int i = 0; i < candidates.length(); i++) {
            if (words.indexOf(candidates.charAt(i)) < 0) {
                return candidates.charAt(i);
            }
        }
        return candidates.charAt(0); // the check of what was written then names the place
    }

    private String isa() throws DocumentException {
        OffsetDateTime utc = head.moment().withOffsetSameInstant(ZoneOffset.UTC);
        String e = String.valueOf(separators.element());
        return String.join(
                        e,
                        "ISA",
                        "00",
                        " ".repeat(10),
                        "00",
                        " ".repeat(10),
                        party(head.sender(), SENDER, e),
                        party(head.recipient(), RECIPIENT, e),
                        DateTimeFormatter.ofPattern("yyMMdd").format(utc),
                        DateTimeFormatter.ofPattern("HHmm").format(utc),
                        standard(),
                        release.interchange,
                        control,
                        "0",
                        head.test() ? "T" : "P",
                        String.valueOf(separators.component()))
                + separators.terminator();
    }

    /** ISA11: U, the standard, and since 00402 what repeated elements are parted by, which nothing here uses. */
    private String standard() {
        return release == Release.R4010 ? "U" : String.valueOf(free(REPETITIONS, words + separators.element()));
    }

    private static String party(String address, String option, String separator) throws DocumentException {
        String id = id(address);
        int colon = address.indexOf(':');
        String qualifier = colon == 2 ? address.substring(0, 2) : "ZZ";
        if (id.length() > ID_WIDTH) {
            throw new DocumentException(new Problem(
                    "TOO_LONG", option, "\"" + id + "\" has more than 15 characters; agree on a shorter id"));
        }
        return qualifier + separator + id + " ".repeat(ID_WIDTH - id.length());
    }

    /** Of a partner with whom none is agreed: its GLN, else a word that says who it is. */
    static String address(Party party, String otherwise) {
        return party.gln() == null ? otherwise : "ZZ:" + party.gln();
    }

    private static String id(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    /** GS. */
    void begin() {
        OffsetDateTime utc = head.moment().withOffsetSameInstant(ZoneOffset.UTC);
        out.segment(
                "GS",
                head.group(),
                id(head.sender()),
                id(head.recipient()),
                day(utc),
                DateTimeFormatter.ofPattern("HHmm").format(utc),
                Integer.toString(Integer.parseInt(control)),
                "X",
                release.group);
    }

    /** ST of the next transaction set. */
    void beginSet(String set) {
        sets++;
        out.takeCount();
        out.segment("ST", set, setNumber(), release == Release.R4010 ? null : release.group);
    }

    /** SE of the set that was begun. */
    void endSet() {
        out.segment("SE", Integer.toString(out.takeCount() + 1), setNumber());
    }

    private String setNumber() {
        return String.format("%04d", sets);
    }

    /** As the partner spells it. */
    String unit(UnitCode unit) {
        return units.of(unit);
    }

    Fitting fitting() {
        return out.fitting();
    }

    void segment(String tag, Object... elements) {
        out.segment(tag, elements);
    }

    /** GE and IEA, and out. */
    void send(OutputStream stream) throws DocumentException, IOException {
        out.segment("GE", Integer.toString(sets), Integer.toString(Integer.parseInt(control)));
        out.segment("IEA", "1", control);
        Charset charset = settings.option(CHARSET, "").equalsIgnoreCase("UTF-8")
                ? StandardCharsets.UTF_8
                : StandardCharsets.ISO_8859_1;
        out.send(charset, X12.Sets::of, stream);
    }

    /** An interchange that holds only what was said of another one (TA1). */
    void sendBare(OutputStream stream) throws DocumentException, IOException {
        out.segment("IEA", "0", control);
        out.send(StandardCharsets.ISO_8859_1, (type, version) -> null, stream);
    }

    static String day(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyyMMdd").format(moment);
    }
}
