package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OutgoingOrders;
import org.koppel.codec.Problem;
import org.koppel.document.Item;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;

/** The character sets that UNB names by their syntax identifiers (ISO 9735-1 and its code list 0001). */
class EdifactCharsetsTest {
    private static final String LINE = "PIA+5+100001:SA'";

    @ParameterizedTest
    @CsvSource({
        "UNOA, ISO-8859-1, Cable électrique",
        "UNOB, ISO-8859-1, Kabel für Außen",
        "UNOC, ISO-8859-1, Câble tressé à gaine",
        "UNOD, ISO-8859-2, Przewód żółty Łódź",
        "UNOE, ISO-8859-5, Кабель медный",
        "UNOF, ISO-8859-7, Καλώδιο χαλκού",
        "UNOG, ISO-8859-3, Kablo ġdid ħażin",
        "UNOH, ISO-8859-4, Kabelis ģērbtuve ņ",
        "UNOI, ISO-8859-6, كابل نحاس",
        "UNOJ, ISO-8859-8, כבל נחושת",
        "UNOK, ISO-8859-9, Bakır kablo şığ",
        "UNOW, UTF-8, Câble Łódź Кабель 電線",
        "UNOY, UTF-8, Câble Łódź Кабель 電線"
    })
    void aTextIsReadInTheCharsetThatTheInterchangeNames(String syntax, String charset, String words) {
        String interchange = new String(EdifactGolden.bytes("order-minimal.edi"), StandardCharsets.US_ASCII)
                .replace("UNOC:3", syntax + ":3")
                .replace(LINE, LINE + "IMD+F++:::" + words + "'")
                .replace("UNT+10", "UNT+11");
        byte[] bytes = interchange.getBytes(Charset.forName(charset));
        assertThat(new String(bytes, Charset.forName(charset)))
                .as("the charset has them all")
                .isEqualTo(interchange);

        EdifactGolden read = EdifactGolden.read(bytes);

        assertThat(read.problems).isEmpty();
        assertThat(read.orders)
                .singleElement()
                .satisfies(
                        o -> assertThat(o.lines().get(0).item().description()).isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource({
        "UNOB, US-ASCII, Copper cable",
        "UNOC, ISO-8859-1, Câble tressé à gaine",
        "UNOD, ISO-8859-2, Przewód żółty Łódź",
        "UNOY, UTF-8, Câble Łódź Кабель 電線"
    })
    void aTextIsWrittenInTheCharsetThatTheChannelAgreed(String syntax, String charset, String words) throws Exception {
        byte[] written = written(syntax, words);

        assertThat(new String(written, Charset.forName(charset))).contains("UNB+" + syntax + ":3+", words);
        assertThat(EdifactGolden.read(written)
                        .orders
                        .get(0)
                        .lines()
                        .get(0)
                        .item()
                        .description())
                .isEqualTo(words);
    }

    @Test
    void aCharacterThatTheAgreedCharsetDoesNotHoldIsRefusedAndNeverReplaced() {
        assertThatThrownBy(() -> written("UNOC", "Przewód żółty"))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.problems()).extracting(Problem::code).contains("UNMAPPABLE_CHARACTER"));
    }

    private static byte[] written(String syntax, String words) throws DocumentException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EdifactD96AOrderWriter()
                .write(
                        described(words),
                        new FormatSettings(
                                "en",
                                Map.of(
                                        "edifact.sender", "SUPPLIER:14",
                                        "edifact.recipient", "EDIPLUS:14",
                                        "edifact.syntax", syntax)),
                        out);
        return out.toByteArray();
    }

    /** An order of one line, whose article is called so. */
    private static Order described(String words) {
        Order o = OutgoingOrders.anOrder();
        OrderLine line = o.lines().get(0);
        Item item = new Item("100001", null, null, null, null, words, List.of());
        OrderLine named =
                new OrderLine(line.number(), item, line.quantity(), line.price(), null, null, null, line.references());
        return new Order(
                o.number(),
                null,
                o.issuedAt(),
                o.currency(),
                o.language(),
                false,
                o.buyer(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(named));
    }
}
