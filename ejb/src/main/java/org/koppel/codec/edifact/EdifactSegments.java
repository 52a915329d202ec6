package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;
import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** The segments that orders, answers, despatch advices and invoices write alike. */
class EdifactSegments {
    /** C080. */
    private static final int NAMES = 5;
    /** C059. */
    private static final int STREETS = 4;

    static final int NAME_WIDTH = 35;
    private static final int TEXT_WIDTH = 70;

    private final EdifactOutput out;

    EdifactSegments(EdifactOutput out) {
        this.out = out;
    }

    final Fitting fitting() {
        return out.fitting();
    }

    final String unit(UnitCode unit) {
        return out.unit(unit);
    }

    final void segment(String tag, Object... elements) {
        out.segment(tag, elements);
    }

    /** DTM; nothing for null. */
    final void day(String qualifier, LocalDate day) {
        if (day != null) {
            segment("DTM", of(qualifier, day.toString().replace("-", ""), "102"));
        }
    }

    /** As many FTX as the text needs. @param subject 4451 */
    final void text(String subject, String text) {
        List<String> pieces = EdiTexts.pieces(text, TEXT_WIDTH);
        for (int from = 0; from < pieces.size(); from += 5) {
            segment("FTX", subject, null, null, of(pieces.subList(from, Math.min(from + 5, pieces.size()))));
        }
    }

    /** @param party whose references (3035); null for those of the document or line itself */
    final void references(String party, List<Reference> references) {
        for (Reference reference : references) {
            Qualifiers.write(reference)
                    .filter(r -> Objects.equals(party, r.party()))
                    .ifPresent(r -> segment("RFF", of(r.qualifier(), r.value(), r.line() == null ? "" : r.line())));
        }
    }

    final void nad(String role, Party party) {
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        segment(
                "NAD",
                role,
                id == null ? null : of(id, "", party.gln() == null ? "92" : "9"),
                null,
                of(pieces(party.name(), Kind.NAME, role, NAMES)),
                address == null ? null : of(pieces(address.street(), Kind.STREET, role, STREETS)),
                address == null ? null : of(pieces(address.city(), Kind.CITY, role, 1)),
                null,
                address == null ? null : address.postalCode(),
                address == null ? null : address.country());
    }

    private List<String> pieces(String text, Kind kind, String role, int times) {
        return EdiTexts.pieces(text, new Place(kind, "NAD " + role, NAME_WIDTH, times), fitting());
    }

    /** Where goods go, as a party. */
    static Party party(Address place) {
        return new Party(place.name(), place.gln(), null, null, place);
    }

    /** LIN, PIA and IMD. @param action 1229; may be null */
    final void article(String line, String action, Item item) {
        fitting().inLine(line);
        segment("LIN", line, action, item.gtin() == null ? null : of(item.gtin(), out.gtinType(item.gtin())));
        List<Object> numbers = new ArrayList<>(List.of("5"));
        Stream.of(number(item.sellersId(), "SA"), number(item.buyersId(), "IN"), number(item.manufacturersId(), "MF"))
                .filter(Objects::nonNull)
                .forEach(numbers::add);
        if (numbers.size() > 1) {
            segment("PIA", numbers.toArray());
        }
        List<String> words = EdiTexts.pieces(item.description(), NAME_WIDTH);
        for (int from = 0; from < words.size(); from += 2) {
            String second = from + 1 < words.size() ? words.get(from + 1) : "";
            segment("IMD", "F", null, of("", "", "", words.get(from), second));
        }
    }

    private static Object number(String value, String type) {
        return value == null ? null : of(value, type);
    }

    final void quantity(String qualifier, Quantity quantity) {
        if (quantity != null) {
            segment("QTY", of(qualifier, plain(quantity.value()), unit(quantity.unit())));
        }
    }

    /** PRI; nothing for null. @param unit that the price is for */
    final void price(Price price, UnitCode unit) {
        if (price == null) {
            return;
        }
        String amount = plain(price.amount().amount());
        boolean perOne = price.baseQuantity().compareTo(BigDecimal.ONE) == 0;
        segment("PRI", perOne ? of("AAA", amount) : of("AAA", amount, "", "", plain(price.baseQuantity()), unit(unit)));
    }

    /** MOA; nothing for null. */
    final void amount(String qualifier, Money amount) {
        if (amount != null) {
            segment("MOA", of(qualifier, plain(amount.amount())));
        }
    }
}
