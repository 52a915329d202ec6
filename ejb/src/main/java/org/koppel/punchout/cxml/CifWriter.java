package org.koppel.punchout.cxml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.catalogue.Listing;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.shared.Units;

/**
 * Writes a catalogue in CIF 3.0 (Catalog Interchange Format): a header of {@code NAME: value}, one line per article between
 * {@code DATA} and {@code ENDOFDATA}. ITEMCOUNT is left out: nobody knows it before the last article was read.
 */
final class CifWriter implements CatalogueWriter {
    private static final String EOL = "\r\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String FIELDS = String.join(
            ", ",
            "Supplier ID",
            "Supplier Part ID",
            "Manufacturer Part ID",
            "Item Description",
            "SPSC Code",
            "Unit Price",
            "Unit of Measure",
            "Lead Time",
            "Manufacturer Name",
            "Supplier URL",
            "Manufacturer URL",
            "Market Price",
            "Currency",
            "PunchOut Enabled",
            "Language",
            "Short Name",
            "Price Unit Quantity",
            "Price Unit",
            "Unit Conversion",
            "PunchoutLevel");
    private static final int DESCRIPTION = 2_000; // what the format's readers keep
    private static final int SHORT_NAME = 50;

    private final Writer text;
    private final CxmlConnection agreed;
    private final CatalogueHead head;

    CifWriter(OutputStream out, CxmlConnection agreed, CatalogueHead head) {
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.agreed = agreed;
        this.head = head;
    }

    @Override
    public void begin() throws IOException {
        for (String line : List.of(
                "CIF_I_V3.0",
                "CHARSET: UTF-8",
                "LOADMODE: F",
                "CODEFORMAT: " + oneLine(agreed.scheme()),
                "CURRENCY: " + head.currency(),
                "SUPPLIERID_DOMAIN: " + head.domain(),
                "TIMESTAMP: " + TIME.format(head.at()),
                "UNUOM: TRUE",
                "FIELDNAMES: " + FIELDS,
                "DATA")) {
            text.append(line).append(EOL);
        }
    }

    @Override
    public void article(Listing listing, String longText) throws IOException {
        Price listed = listing.scales().get(0).price();
        Price price = agreed.pricePerOne() ? Price.perUnit(listed.perOne()) : listed;
        String unit = Units.each(listing.unit());
        String name = listing.names().getOrDefault(head.language(), listing.article());
        boolean basis = price.baseQuantity().compareTo(BigDecimal.ONE) != 0;
        text.append(Stream.of(
                                head.supplier(),
                                listing.article(),
                                listing.manufacturersId(),
                                cut(longText == null ? name : longText, DESCRIPTION),
                                code(listing),
                                ItemInWriter.plain(price.amount().amount(), 2),
                                unit,
                                Integer.toString(listing.leadTimeDays()),
                                listing.manufacturer(),
                                head.address(),
                                null,
                                null,
                                price.amount().currency(),
                                "TRUE",
                                head.language(),
                                cut(name, SHORT_NAME),
                                basis ? ItemInWriter.plain(price.baseQuantity(), 0) : null,
                                basis ? unit : null,
                                basis ? "1" : null,
                                "product")
                        .map(CifWriter::field)
                        .collect(Collectors.joining(",")))
                .append(EOL);
    }

    @Override
    public void end() throws IOException {
        text.append("ENDOFDATA").append(EOL);
        text.flush();
    }

    /** Of the agreed scheme, which the header names; an article without one has no code. */
    private String code(Listing listing) {
        return listing.classifications().stream()
                .filter(c -> c.scheme().equalsIgnoreCase(agreed.scheme()))
                .map(Classification::code)
                .findFirst()
                .orElse(null);
    }

    private static String field(String value) {
        if (value == null) {
            return "";
        }
        String plain = oneLine(value);
        return plain.matches("[^,\"]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String cut(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(most - 1)) ? most - 1 : most;
        return value.substring(0, end);
    }
}
