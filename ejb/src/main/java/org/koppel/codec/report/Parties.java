package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Invoice;
import org.koppel.document.OrderResponse;
import org.koppel.document.Party;

/** Who supplies, who buys, where it goes and who pays, as blocks of text. */
final class Parties {
    private final ReportTexts texts;

    /** A block: what the party is, its name, and the lines below. Name and lines may be empty. */
    record Block(String label, String name, String lines) {}

    Parties(ReportTexts texts) {
        this.texts = texts;
    }

    /** Two to four blocks; what the response does not name has none. */
    List<Block> of(OrderResponse response) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(party("party.seller", response.seller()));
        blocks.add(party("party.buyer", response.buyer()));
        if (response.shipTo() != null) {
            blocks.add(destination(response.shipTo()));
        }
        if (response.invoicee() != null) {
            blocks.add(party("party.invoicee", response.invoicee()));
        }
        return blocks;
    }

    /** Who ordered, where it goes, who pays; each may be null. */
    List<Block> of(Party buyer, Address shipTo, Party invoicee) {
        List<Block> blocks = new ArrayList<>();
        if (buyer != null) {
            blocks.add(party("party.buyer", buyer));
        }
        if (shipTo != null) {
            blocks.add(destination(shipTo));
        }
        if (invoicee != null) {
            blocks.add(party("party.invoicee", invoicee));
        }
        return blocks;
    }

    /** Who sends, who ordered, where it goes. */
    List<Block> of(DespatchAdvice advice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(party("party.seller", advice.seller()));
        blocks.add(party("party.buyer", advice.buyer()));
        if (advice.shipTo() != null) {
            blocks.add(destination(advice.shipTo()));
        }
        return blocks;
    }

    /** Name, address and numbers in one line, for the foot of the page. */
    String oneLine(Party party) {
        return joined(" · ", party.name(), address(party.address(), ", "), numbers(party, " · "));
    }

    /** Who charges, who ordered, where it went, who pays. */
    List<Block> charged(Invoice invoice) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(party("party.seller", invoice.seller()));
        blocks.add(party(invoice.invoicee() == null ? "invoice.debtor" : "party.buyer", invoice.buyer()));
        if (invoice.shipTo() != null) {
            blocks.add(destination(invoice.shipTo()));
        }
        if (invoice.invoicee() != null) {
            blocks.add(party("party.invoicee", invoice.invoicee()));
        }
        return blocks;
    }

    private Block party(String label, Party party) {
        return new Block(
                texts.get(label),
                party.name(),
                joined("\n", address(party.address(), "\n"), numbers(party, "\n"), person(party.contact())));
    }

    private Block destination(Address place) {
        return new Block(
                texts.get("party.shipTo"),
                place.name(),
                joined(
                        "\n",
                        labelled("party.attention", place.deliverTo()),
                        address(place, "\n"),
                        labelled("party.code", place.id()),
                        labelled("party.gln", place.gln())));
    }

    /** A place in a row of its own. */
    String oneLine(Address place) {
        return joined(
                ", ",
                place.name(),
                labelled("party.attention", place.deliverTo()),
                address(place, ", "),
                labelled("party.code", place.id()),
                labelled("party.gln", place.gln()));
    }

    private String address(Address place, String by) {
        if (place == null) {
            return null;
        }
        String country =
                place.country() == null ? null : new Locale("", place.country()).getDisplayCountry(texts.locale());
        return joined(by, place.street(), joined(" ", place.postalCode(), place.city()), country);
    }

    private String numbers(Party party, String by) {
        return joined(by, labelled("party.vat", party.vat()), labelled("party.gln", party.gln()));
    }

    private static String person(Contact contact) {
        return contact == null ? null : joined("\n", contact.name(), contact.telephone(), contact.email());
    }

    private String labelled(String key, String value) {
        return isEmpty(value) ? null : texts.get(key, value);
    }

    /** What is there of these, joined. */
    static String joined(String by, String... parts) {
        return Arrays.stream(parts).filter(part -> !isEmpty(part)).collect(Collectors.joining(by));
    }

    private static boolean isEmpty(String value) {
        return value == null || value.isBlank();
    }
}
