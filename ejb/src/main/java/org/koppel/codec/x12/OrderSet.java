package org.koppel.codec.x12;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiOrderReading;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.RequestedDay;
import org.koppel.document.Contact;
import org.koppel.document.Document;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;

/** One 850 of 004010, segment by segment. */
class OrderSet extends EdiOrderReading {
    /** 374, by rank: delivery requested; required by, requested ship; do not deliver after. */
    static final Map<String, Integer> REQUESTED = Map.of("002", 2, "106", 1, "010", 1, "063", RequestedDay.BOUND);

    /** 353: an original, or a copy of one. */
    private static final Set<String> NEW = Set.of("00", "06", "07");

    /**
     * 92: stand-alone, new, release, rush, emergency, catalogue, special, drop ship, direct ship, new store, new product, promotion,
     * reorder, supply or service, purchase order; of the others some are firm for nobody (blanket, standing), some are not bought
     * (consigned, sample, rental, repair), and some are no order.
     */
    private static final Set<String> FIRM =
            Set.of("SA", "NE", "RL", "RO", "EO", "CO", "OS", "DS", "DR", "NS", "NP", "PR", "RE", "SS", "KN");

    private final RequestedDay requested = new RequestedDay(REQUESTED);
    private EdiSegment beg;
    private LocalDate issued;
    private Contact contact;
    private N1Part party;
    private N1Part buyer;
    private N1Part invoicee;
    private N1Part place;
    private N9Part n9;
    private OrderSetLine line;

    /** @param usualCurrency of orders that name none */
    OrderSet(EdiFields fields, boolean test, String usualCurrency) {
        super(fields, test, usualCurrency);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(beg).map(b -> b.at(3));
    }

    @Override
    public void take(EdiSegment segment) {
        if (segment.tag().equals(lineTag())) {
            endLine();
            beginLine(segment);
        } else if (segment.loop().equals("L-CTT")) {
            endLine();
            sums(segment);
        } else if (line != null) {
            line.take(segment);
        } else {
            switch (segment.loop()) {
                case "L-N1" -> party(segment);
                case "L-N9" -> n9 = N9Part.take(n9, segment, note, references);
                case "L-AMT" -> amount(segment);
                case "" -> head(segment);
                default -> {} // terms, transport, allowances: agreed, not ordered
            }
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BEG", "BCH" -> begin(segment);
            case "CUR" -> statedCurrency = fields.currency(segment, 2, 0);
            case "REF" -> reference(segment, null, references);
            case "PER" -> contact = contact == null || "BD".equals(segment.at(1)) ? N1Part.contact(segment) : contact;
            case "DTM" -> {
                if (!X12Dates.take(segment, 1, requested, fields)) {
                    schedule(segment);
                }
            }
            default -> {} // as above
        }
    }

    private void begin(EdiSegment segment) {
        beg = segment;
        issued = X12Dates.day(segment, issuedPlace(), fields);
        mustBe(purposes());
        checkType();
        keep(Reference.Kind.OTHER, "BEG04", segment.at(4));
        keep(Reference.Kind.CONTRACT, "BEG06", segment.at(contractPlace()));
    }

    private void keep(Reference.Kind kind, String name, String value) {
        if (value != null) {
            references.add(new Reference(kind, name, value));
        }
    }

    private void mustBe(Set<String> purposes) {
        if (beg.at(1) != null && !purposes.contains(beg.at(1))) {
            String text = "The purpose \"" + beg.at(1) + "\" " + purposeCure();
            problems.add(beg, 1, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    /** Notes a type of order that this set does not take. */
    void checkType() {
        if (beg.at(2) != null && !FIRM.contains(beg.at(2))) {
            String text =
                    "The type \"" + beg.at(2) + "\" is no firm order; send SA (stand-alone), NE (new), RL (release) or"
                            + " RO (rush) with what shall be delivered now";
            problems.add(beg, 2, 0, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
        }
    }

    /** Where the head names the contract. */
    int contractPlace() {
        return 6;
    }

    /** 353, as far as this set takes it. */
    Set<String> purposes() {
        return NEW;
    }

    String purposeCure() {
        return "changes or cancels an earlier order; 850 takes new ones (00), send 860";
    }

    /** Where the head says when it was made. */
    int issuedPlace() {
        return 5;
    }

    /** What begins a line. */
    String lineTag() {
        return "PO1";
    }

    private void party(EdiSegment segment) {
        if (!segment.tag().equals("N1")) {
            if (segment.tag().equals("REF") && party != null) {
                reference(segment, party.role(), references);
            } else if (party != null) {
                party.take(segment);
            }
            return;
        }
        party = new N1Part(segment);
        switch (segment.at(1) == null ? "" : segment.at(1)) {
            case "BY" -> buyer = party;
            case "BT" -> invoicee = party;
            case "ST" -> place = party;
            default -> {} // ourselves, and parties that only the buyer knows
        }
    }

    private void beginLine(EdiSegment po1) {
        line = new OrderSetLine(po1, places(), count() + 1, fields);
        problems.inLine(line.number());
        count(po1, line.number());
    }

    OrderSetLine.Places places() {
        return OrderSetLine.Places.PO1;
    }

    /** A line that was read to its end. */
    void line(OrderSetLine read) {
        add(read.line(currency(), place));
    }

    private void endLine() {
        if (line != null) {
            problems.inLine(line.number());
            line(line);
            line = null;
            problems.inLine(null);
        }
    }

    private void sums(EdiSegment segment) {
        if (segment.tag().equals("AMT")) {
            amount(segment);
        } else if (segment.tag().equals("CTT")) {
            compareCount(segment, 1, 0);
        }
    }

    private void amount(EdiSegment amt) {
        if (amt.tag().equals("AMT") && ("TT".equals(amt.at(1)) || total == null && "1".equals(amt.at(1)))) {
            total = fields.amount(amt, 2, 0);
        }
    }

    @Override
    public Optional<Document> finish(EdiSegment trailer) {
        endLine();
        N9Part.end(n9, references);
        require(trailer);
        return problems.isEmpty() ? Optional.of(document()) : Optional.empty();
    }

    /** Only when there are no problems. */
    Document document() {
        return order(currency(), lines());
    }

    /** The order as the set states it. */
    final Order order(String itsCurrency, List<OrderLine> itsLines) {
        N1Part who = buyer == null ? invoicee == null ? place : invoicee : buyer;
        return new Order(
                new DocumentNumber(beg.at(3)),
                null,
                issuedAt(),
                itsCurrency,
                null,
                test,
                who == null ? null : who.party(contact),
                invoicee == null ? null : invoicee.party(null),
                place == null ? null : place.address(),
                requested.day(),
                note(),
                total(),
                references,
                itsLines);
    }

    /** Notes what must not be missing. @param trailer for the place */
    void require(EdiSegment trailer) {
        if (beg == null || beg.at(3) == null) {
            fields.missing(beg == null ? trailer : beg, beg == null ? 0 : 3, 0, "Name the order by its number");
        } else if (beg.at(issuedPlace()) == null) {
            fields.missing(beg, issuedPlace(), 0, "Say when it was made");
        }
        if (buyer == null && invoicee == null && place == null && !mayBeAnybodys()) {
            fields.missing(trailer, 0, 0, "Say in N1*BY, N1*BT or N1*ST who orders");
        }
        if (count() == 0 && !mayBeEmpty()) {
            fields.missing(trailer, 0, 0, "The order has no PO1; order at least one line");
        }
    }

    /** Whether the set needs no line. */
    boolean mayBeEmpty() {
        return false;
    }

    /** Whether it need not name who orders. */
    boolean mayBeAnybodys() {
        return false;
    }

    final EdiSegment head() {
        return beg;
    }

    final OffsetDateTime issuedAt() {
        return X12Dates.midnight(issued);
    }

    final N1Part place() {
        return place;
    }

    /** REF; where only REF03 stands, that is the value. */
    static void reference(EdiSegment ref, String party, List<Reference> references) {
        String value = ref.at(2) == null ? ref.at(3) : ref.at(2);
        if (value != null && ref.at(1) != null && references.size() < X12.MOST_REFERENCES) {
            String words = ref.at(2) == null ? null : ref.at(3);
            references.add(RefQualifiers.read(new RefQualifiers.Ref(party, ref.at(1), value, words)));
        }
    }

    /** Several texts stand one below the other. */
    static void text(String text, StringBuilder note) {
        if (text != null) {
            note.append(note.isEmpty() ? "" : "\n").append(text.strip());
        }
    }

    /** An N9 loop: a text when it has MSG, else a reference. */
    static final class N9Part {
        private final EdiSegment n9;
        private boolean text;

        private N9Part(EdiSegment n9) {
            this.n9 = n9;
        }

        /** @param open the loop that is open, or null @return the one that is open now */
        static N9Part take(N9Part open, EdiSegment segment, StringBuilder note, List<Reference> references) {
            if (segment.tag().equals("N9")) {
                end(open, references);
                return new N9Part(segment);
            }
            if (open != null && segment.tag().equals("MSG")) {
                open.text = true;
                OrderSet.text(segment.at(1), note);
            }
            return open;
        }

        static void end(N9Part open, List<Reference> references) {
            if (open != null && !open.text) {
                reference(open.n9, "N9", references);
            }
        }
    }
}
