package org.koppel.punchout.oci;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.koppel.catalogue.ArticleDetail.Scale;
import org.koppel.catalogue.ArticleFacts;
import org.koppel.catalogue.Listing;
import org.koppel.catalogue.Pictures;
import org.koppel.document.Price;
import org.koppel.platform.Json;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.Wishes;

/** A page of a download, written while it is read: any size takes the same memory. */
public final class DownloadPage {
    private static final int STEP = 1_000;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final List<String> FIELDS = List.of("MATNR", "MANUFACTMAT", "UNIT", "CURRENCY", "EXT_CATEGORY_ID");
    private final OciEntry.Guest guest;
    private final StoredDownloads.Run run;
    private final long page;
    private final long size;
    private final Downloads downloads;
    private final Dialect dialect;
    private UnaryOperator<String> pictures;

    DownloadPage(OciEntry.Guest guest, StoredDownloads.Run run, long page, long size, Downloads downloads) {
        this.guest = guest;
        this.run = run;
        this.page = page;
        this.size = size;
        this.downloads = downloads;
        this.dialect = guest.dialect().only(DownloadPage::isSent);
    }

    /** How items of such articles are written. */
    private Function<CartItem, Map<String, String>> mapping(List<String> numbers) {
        Map<String, ArticleFacts> facts = dialect.asks(Attribute::isFact)
                ? downloads.listings.facts(guest.customer(), numbers, guest.language())
                : Map.of();
        return OciItems.each(
                new OciItems.Origin(
                        null,
                        guest.customer().value(),
                        null,
                        guest.call().kept(),
                        facts,
                        OciHandBack.pictures(downloads.pictures, dialect, guest.customer())),
                dialect,
                StandardCharsets.UTF_8);
    }

    /** JSON in UTF-8. An article that is gone since the run began is left out. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = Json.mapper().getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartObject();
            json.writeNumberField("CURRENTPAGE", page);
            json.writeNumberField("TOTALPAGES", Math.max(1, (run.total() + size - 1) / size));
            json.writeNumberField("TOTALITEMS", run.total());
            json.writeNumberField("TRANSACTIONID", run.id());
            json.writeArrayFieldStart(guest.dialect().download().items());
            if (guest.dialect().download().pictures() != null) {
                pictures = downloads.pictures.of(guest.customer());
            }
            articles(json);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void articles(JsonGenerator json) throws IOException {
        boolean inRange = page - 1 <= run.total() / size; // and the product below cannot overflow
        long position = inRange ? (page - 1) * size : run.total();
        long end = Math.min(run.total(), position + size);
        while (position < end) {
            List<String> block = downloads.numbers(run.id(), position, (int) Math.min(Downloads.CHUNK, end - position));
            if (block.isEmpty()) {
                return;
            }
            for (int from = 0; from < block.size(); from += STEP) {
                List<String> numbers = block.subList(from, Math.min(from + STEP, block.size()));
                if (position < run.living()) {
                    articles(json, numbers);
                } else {
                    gone(json, numbers);
                }
            }
            position += block.size();
        }
    }

    private void articles(JsonGenerator json, List<String> numbers) throws IOException {
        Function<CartItem, Map<String, String>> mapping = mapping(numbers);
        for (Listing listing : downloads.listings.listings(guest.customer(), numbers)) {
            article(json, listing, mapping);
        }
    }

    /** Nothing but that their prices ended: the format has no word for articles that are gone. */
    private void gone(JsonGenerator json, List<String> numbers) throws IOException {
        LocalDate yesterday = LocalDate.now(downloads.clock).minusDays(1);
        for (String number : numbers) {
            json.writeStartObject();
            json.writeObjectFieldStart(guest.dialect().download().item());
            json.writeStringField("EXT_PRODUCT_ID", number);
            json.writeStringField(guest.dialect().download().vendorNumber(), number);
            json.writeStringField("PRICE_VALID_TO", endOf(yesterday));
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void days(JsonGenerator json, Listing listing) throws IOException {
        if (listing.validFrom() != null) {
            json.writeStringField(
                    "PRICE_VALID_FROM",
                    Downloads.MOMENT.format(listing.validFrom().atStartOfDay()));
        }
        if (listing.validTo() != null) {
            json.writeStringField("PRICE_VALID_TO", endOf(listing.validTo()));
        }
    }

    private static String endOf(LocalDate day) {
        return Downloads.MOMENT.format(day.atTime(LAST_SECOND));
    }

    private static boolean isSent(String field) {
        return FIELDS.contains(field) || field.startsWith("CUST_FIELD");
    }

    private void article(JsonGenerator json, Listing listing, Function<CartItem, Map<String, String>> mapping)
            throws IOException {
        Map<String, String> fields = mapping.apply(item(1, listing, guest.language(), null, Wishes.NONE));
        json.writeStartObject();
        json.writeObjectFieldStart(guest.dialect().download().item());
        json.writeStringField("EXT_PRODUCT_ID", listing.article());
        json.writeStringField(guest.dialect().download().vendorNumber(), listing.article());
        for (String name : FIELDS) {
            if (fields.containsKey(name)) {
                json.writeStringField(name, fields.get(name));
            }
        }
        names(json, listing.names());
        prices(json, listing);
        days(json, listing);
        if (guest.dialect().download().catalogManaged() != null) {
            json.writeStringField("CATALOG_MANAGED", guest.dialect().download().catalogManaged());
        }
        json.writeNumberField("TAX", listing.taxPercent());
        json.writeNumberField("LEADTIME", listing.leadTimeDays());
        json.writeNumberField("MINORDER_QTY", listing.minimum());
        json.writeNumberField("PACKAGING_QTY", listing.step());
        json.writeStringField(
                "CHANGED_AT", Downloads.MOMENT.format(listing.changedAt().atZone(downloads.zone())));
        ownFields(json, fields);
        picture(json, listing.article());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void picture(JsonGenerator json, String article) throws IOException {
        if (pictures == null) {
            return;
        }
        json.writeArrayFieldStart("ATTACHMENTS");
        json.writeStartObject();
        json.writeStringField("fileName", pictures.apply(article));
        json.writeStringField("mimeType", Pictures.MEDIA_TYPE);
        json.writeStringField("type", guest.dialect().download().pictures());
        json.writeArrayFieldStart("descriptions");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void names(JsonGenerator json, Map<String, String> names) throws IOException {
        json.writeArrayFieldStart("DESCRIPTION");
        for (Map.Entry<String, String> name : names.entrySet()) {
            json.writeStartObject();
            json.writeStringField("description", name.getValue());
            json.writeStringField("languageCode", name.getKey());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void prices(JsonGenerator json, Listing listing) throws IOException {
        List<Scale> scales = listing.scales();
        json.writeNumberField("PRICE", scales.get(0).price().amount().amount());
        json.writeNumberField("PRICE_QUANTITY", scales.get(0).price().baseQuantity());
        if (scales.size() == 1) {
            return;
        }
        json.writeArrayFieldStart("PRICE_SCALES");
        for (int i = 0; i < scales.size(); i++) {
            json.writeStartObject();
            json.writeNumberField("low", scales.get(i).fromQuantity());
            if (i + 1 < scales.size()) {
                json.writeNumberField("high", scales.get(i + 1).fromQuantity().subtract(thousandth()));
            }
            json.writeNumberField(
                    "price", sameBase(scales.get(i).price(), scales.get(0).price()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** PRICE_QUANTITY stands once per article, so that every scale counts for the first one's. */
    private static BigDecimal sameBase(Price price, Price first) {
        return price.baseQuantity().compareTo(first.baseQuantity()) == 0
                ? price.amount().amount()
                : price.perOne().amount().multiply(first.baseQuantity()).stripTrailingZeros();
    }

    /** The finest step of a quantity: the next scale begins there. */
    private static BigDecimal thousandth() {
        return new BigDecimal("0.001");
    }

    private static void ownFields(JsonGenerator json, Map<String, String> fields) throws IOException {
        json.writeArrayFieldStart("CUSTOMER_FIELDS");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().startsWith("CUST_FIELD")) {
                json.writeStartObject();
                json.writeStringField("fieldName", field.getKey());
                json.writeStringField("fieldValue", field.getValue());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /** The article as a line of a cart, for its minimum. */
    static CartItem item(int number, Listing listing, String language, String longText, Wishes wishes) {
        String name = listing.names().getOrDefault(language, listing.article());
        return new CartItem(
                number,
                listing.article(),
                name,
                longText,
                listing.minimum(),
                listing.unit(),
                listing.scales().get(0).price(),
                listing.leadTimeDays(),
                listing.buyersId(),
                listing.manufacturer(),
                listing.manufacturersId(),
                listing.gtin(),
                listing.classifications(),
                wishes,
                listing.taxPercent(),
                List.of());
    }
}
