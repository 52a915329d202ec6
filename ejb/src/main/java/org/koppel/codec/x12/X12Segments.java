package org.koppel.codec.x12;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.UnitCode;

/** The segments that orders, acknowledgements, ship notices and invoices write alike. */
class X12Segments {
    private static final int NAME_WIDTH = 60;
    /** One in N1, two in N2. */
    private static final int NAMES = 3;

    private static final int STREET_WIDTH = 55;
    private static final int STREETS = 2;
    private static final int CITY_WIDTH = 30;
    private static final int DESCRIPTION_WIDTH = 80;

    private final X12Output out;

    X12Segments(X12Output out) {
        this.out = out;
    }

    final String unit(UnitCode unit) {
        return out.unit(unit);
    }

    final void segment(String tag, Object... elements) {
        out.segment(tag, elements);
    }

    final Fitting fitting() {
        return out.fitting();
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
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        Place place = new Place(Kind.NAME, "N1 " + role, NAME_WIDTH, NAMES);
        List<String> names = EdiTexts.pieces(party.name(), place, fitting());
        if (names.isEmpty() && id == null) {
            return false;
        }
        segment(
                "N1",
                role,
                names.isEmpty() ? null : names.get(0),
                id == null ? null : party.gln() == null ? "92" : "UL",
                id);
        if (names.size() > 1) {
            segment("N2", names.subList(1, names.size()).toArray());
        }
        if (address != null) {
            address(role, address);
        }
        return true;
    }

    private void address(String role, Address address) {
        Place street = new Place(Kind.STREET, "N3 " + role, STREET_WIDTH, STREETS);
        List<String> streets = EdiTexts.pieces(address.street(), street, fitting());
        if (!streets.isEmpty()) {
            segment("N3", streets.toArray());
        }
        if (address.city() != null || address.postalCode() != null) {
            String city = EdiTexts.one(address.city(), new Place(Kind.CITY, "N4 " + role, CITY_WIDTH), fitting());
            segment("N4", city, null, address.postalCode(), address.country());
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
