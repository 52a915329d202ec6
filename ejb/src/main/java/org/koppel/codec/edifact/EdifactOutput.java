package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.koppel.codec.DocumentException;
import org.koppel.codec.EdiOutput;
import org.koppel.codec.Fitting;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Party;
import org.koppel.shared.UnitCode;
import org.koppel.shared.Units;

/** An interchange of one message that goes out: UNA to UNH, the message, UNT and UNZ. */
final class EdifactOutput {
    static final String SENDER = "edifact.sender";
    static final String RECIPIENT = "edifact.recipient";
    private static final String SYNTAX = "edifact.syntax";
    private static final Map<String, Charset> SYNTAXES = Map.of(
            "UNOA", StandardCharsets.US_ASCII,
            "UNOB", StandardCharsets.US_ASCII,
            "UNOC", StandardCharsets.ISO_8859_1,
            "UNOD", Charset.forName("ISO-8859-2"),
            "UNOY", StandardCharsets.UTF_8);

    private final EdiOutput out;
    private final UnitSpelling units;
    private final String control;
    private final String syntax;
    private final boolean eancom2002;

    /** Who sends to whom: {@code identification:qualifier}. */
    record Addresses(String sender, String recipient) {}

    EdifactOutput(FormatSettings settings, Addresses addresses, String control, Head head) throws DocumentException {
        this.out = new EdiOutput(new EdiOutput.Separators(':', '+', '\'', '?'), new Fitting(settings));
        this.units = UnitSpelling.of(settings, Units::iso);
        this.control = control;
        this.eancom2002 = head.release().equals("01B");
        this.syntax = settings.option(SYNTAX, "UNOC");
        if (!SYNTAXES.containsKey(syntax)) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION", SYNTAX, "\"" + syntax + "\" is not written; choose UNOA, UNOB, UNOC, UNOD or UNOY"));
        }
        OffsetDateTime utc = head.moment().withOffsetSameInstant(ZoneOffset.UTC);
        out.raw("UNA:+.? '");
        out.segment(
                "UNB",
                of(syntax, "3"),
                party(addresses.sender()),
                party(addresses.recipient()),
                of(
                        DateTimeFormatter.ofPattern("yyMMdd").format(utc),
                        DateTimeFormatter.ofPattern("HHmm").format(utc)),
                control,
                null,
                null,
                null,
                null,
                null,
                head.test() ? "1" : null);
        out.takeCount();
        out.segment("UNH", "1", of(head.message(), "D", head.release(), "UN", head.association()));
    }

    /** What the headers say: {@code release} (0054) and {@code association} (0057) are EANCOM's version of the message. */
    record Head(String message, String release, String association, OffsetDateTime moment, boolean test) {}

    /** 7143 of a GTIN: in EANCOM 2002 always {@code SRV}, in EANCOM 1997 {@code EN}, or {@code UP} with 12 digits. */
    String gtinType(String gtin) {
        if (eancom2002) {
            return "SRV";
        }
        return gtin.length() == 12 ? "UP" : "EN";
    }

    /** Of a partner with whom none is agreed: its GLN, else a word that says who it is. */
    static String address(Party party, String otherwise) {
        return party.gln() == null ? otherwise : party.gln() + ":14";
    }

    private static Object party(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? of(address) : of(address.substring(0, colon), address.substring(colon + 1));
    }

    /** As the partner spells it; none where it is the article's own. */
    String unit(UnitCode unit) {
        return unit.equals(UnitCode.AGREED) ? "" : units.of(unit);
    }

    Fitting fitting() {
        return out.fitting();
    }

    void segment(String tag, Object... elements) {
        out.segment(tag, elements);
    }

    /** UNT and UNZ, and out. */
    void send(OutputStream stream) throws DocumentException, IOException {
        out.segment("UNT", Integer.toString(out.takeCount() + 1), "1");
        out.segment("UNZ", "1", control);
        out.send(SYNTAXES.get(syntax), Edifact.Messages::of, stream);
    }

    static String day(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyyMMdd").format(moment);
    }

    static String minute(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern("yyyyMMddHHmm").format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
