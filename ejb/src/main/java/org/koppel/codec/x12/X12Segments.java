package org.koppel.codec.x12;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;

/** The segments that orders, acknowledgements, ship notices and invoices write alike. */
class X12Segments {
    static final int NAME_WIDTH = 60;
    private static final int STREET_WIDTH = 55;
    private static final int DESCRIPTION_WIDTH = 80;

    private final X12Output out;

    X12Segments(X12Output out) {
        this.out = out;
    }

    final void segment(String tag, Object... elements) {
        out.segment(tag, elements);
    }

    /** DTM; nothing for null. */
    final void day(String qualifier, LocalDate day) {
        if (day != null) {
            segment("DTM", qualifier, day(day));
        }
    }

    /** 373. */
    static String day(LocalDate day) {
        return day.toString().replace("-", "");
    }

    /** @param place whose references (98), N9 for those in an N9; null for REF of the document or line itself */
    final void references(String place, List<Reference> references) {
        for (Reference reference : references) {
            RefQualifiers.write(reference)
                    .filter(r -> Objects.equals(place, r.place()))
                    .ifPresent(r -> segment("N9".equals(place) ? "N9" : "REF", r.qualifier(), r.value(), r.words()));
        }
    }

    /** N1 to N4; false, and nothing, for a party that has neither name nor number. */
    final boolean party(String role, Party party) {
        boolean named = n1(role, party);
        if (named) {
            address(party.address());
        }
        return named;
    }

    final boolean n1(String role, Party party) {
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        List<String> names = EdiTexts.pieces(party.name(), NAME_WIDTH);
        if (names.isEmpty() && id == null) {
            return false;
        }
        segment(
                "N1",
                role,
                names.isEmpty() ? null : names.get(0),
                id == null ? null : party.gln() == null ? "92" : "UL",
                id);
        return true;
    }

    /** N3 and N4; nothing for null. */
    final void address(Address address) {
        if (address == null) {
            return;
        }
        List<String> streets = EdiTexts.pieces(address.street(), STREET_WIDTH);
        if (!streets.isEmpty()) {
            segment("N3", streets.toArray());
        }
        if (address.city() != null || address.postalCode() != null) {
            segment("N4", address.city(), null, address.postalCode(), address.country());
        }
    }

    /** Where goods go, as a party. */
    static Party party(Address place) {
        return new Party(place.name(), place.gln(), null, null, place);
    }

    /** 235 and 234: the article's numbers with the seller, with the buyer, and worldwide. */
    static void numbers(List<Object> elements, Item item) {
        number(elements, "VN", item.sellersId());
        number(elements, "BP", item.buyersId());
        number(elements, item.gtin() != null && item.gtin().length() == 12 ? "UP" : "EN", item.gtin());
    }

    static void number(List<Object> elements, String type, String value) {
        if (value != null) {
            elements.add(type);
            elements.add(value);
        }
    }

    /** PID, as many as the text needs. */
    final void description(Item item) {
        EdiTexts.pieces(item.description(), DESCRIPTION_WIDTH)
                .forEach(words -> segment("PID", "F", null, null, null, words));
    }
}
