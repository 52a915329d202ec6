package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Quantity;
import org.koppel.shared.UnitCode;

/** What 850, 860, 855 and 865 write alike beside that: lines, and parties with the buyer's references to them. */
final class OrderSegments extends X12Segments {
    private static final int TEXT_WIDTH = 264;
    private static final int CONTACT_WIDTH = 60;

    private final List<Reference> references;
    private final List<String> written = new ArrayList<>();

    /** @param references of the order */
    OrderSegments(X12Output out, List<Reference> references) {
        super(out);
        this.references = references;
    }

    /** What an element of the order's head said; null when it said nothing. */
    String named(String name) {
        return references.stream()
                .filter(r -> name.equals(r.name()))
                .map(Reference::value)
                .findFirst()
                .orElse(null);
    }

    /** PER; nothing without a name. @param function 366 */
    void contact(String function, Contact contact) {
        if (contact == null || contact.name() == null || contact.name().isBlank()) {
            return;
        }
        String name =
                EdiTexts.one(contact.name(), new Place(Kind.CONTACT, "PER " + function, CONTACT_WIDTH), fitting());
        List<Object> per = new ArrayList<>(List.of(function, name));
        Stream.of(new String[] {"TE", contact.telephone()}, new String[] {"EM", contact.email()})
                .filter(w -> w[1] != null && !w[1].isBlank())
                .forEach(w -> per.addAll(List.of(w)));
        segment("PER", per.toArray());
    }

    /** One N9 with all the texts, and those of the references that came in an N9. */
    void notes(List<String> texts, List<Reference> its) {
        if (!texts.isEmpty()) {
            segment("N9", "L1", "NOTE");
            texts.stream().flatMap(t -> EdiTexts.pieces(t, TEXT_WIDTH).stream()).forEach(t -> segment("MSG", t));
        }
        references("N9", its);
    }

    /** With what the buyer said of it. */
    void partner(String role, Party party) {
        if (party(role, party)) {
            written.add(role);
            references(role, references);
        }
    }

    /** Parties that only the references name. */
    void otherPartners() {
        references.stream()
                .flatMap(r -> RefQualifiers.write(r).stream())
                .map(RefQualifiers.Ref::place)
                .filter(p -> p != null && !p.equals("N9") && !written.contains(p))
                .distinct()
                .toList()
                .forEach(p -> partner(p, new Party(p, null, null, null, null)));
    }

    /** What a line is about; {@code price} may be null. */
    record Ordered(String number, Item item, Quantity quantity, Price price, List<Reference> references) {}

    /** PO1, or POC where the order is changed (CA), with PID and REF. */
    void line(Ordered line, boolean change) {
        fitting().inLine(line.number());
        Price price = line.price();
        List<Object> po1 = new ArrayList<>();
        po1.add(line.number());
        if (change) {
            po1.add("CA");
        }
        po1.add(plain(line.quantity().value()));
        if (change) {
            po1.add(null);
        }
        po1.add(unit(line.quantity().unit()));
        po1.add(price == null ? null : amount(price, line.quantity().unit()));
        po1.add(price == null ? null : basis(price, line.quantity().unit()));
        numbers(po1, line.item());
        number(po1, "MG", line.item().manufacturersId());
        segment(change ? "POC" : "PO1", po1.toArray());
        description(line.item());
        references(null, line.references());
    }

    /** For as many as 639 has a code for, else turned into the price of one. */
    private static String amount(Price price, UnitCode unit) {
        return PriceBasis.code(price, unit) == null
                ? plain(price.per(BigDecimal.ONE).amount().amount())
                : plain(price.amount().amount());
    }

    private static String basis(Price price, UnitCode unit) {
        String code = PriceBasis.code(price, unit);
        return code == null ? "PE" : code;
    }
}
