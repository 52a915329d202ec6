package org.koppel.codec.edifact;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiInvoiceReading;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceTax;
import org.koppel.shared.DocumentNumber;

/** One INVOIC of D.96A or D.01B as a back office sends it: 380 an invoice, 381 a credit note. */
final class InvoicReading extends EdiInvoiceReading {
    private final List<InvoicTax> taxes = new ArrayList<>();
    private final InvoicSums sums;
    private final StringBuilder exemption = new StringBuilder();
    private EdiSegment bgm;
    private String order;
    private OffsetDateTime ordered;
    private String qualifier;
    private String earlier;
    private EdiSegment account;
    private NadPart party;
    private NadPart seller;
    private NadPart buyer;
    private NadPart invoicee;
    private NadPart place;
    private InvoicExtra extra;
    private boolean summing;

    InvoicReading(EdiFields fields, boolean test, String currency) {
        super(fields, test, currency);
        this.sums = new InvoicSums(fields);
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(bgm).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        if (segment.tag().equals("UNS")) {
            end();
            endExtra();
            summing = true;
        } else if (summing) {
            sum(segment);
        } else if (segment.tag().equals("LIN")) {
            endExtra();
            begin(segment, new InvoicLine(segment, fields, currency));
        } else if (!takenByLine(segment)) {
            aboveLines(segment);
        }
    }

    private void aboveLines(EdiSegment segment) {
        if (segment.loop().startsWith("SG-ALC")) {
            extra(segment);
        } else {
            head(segment);
        }
    }

    private void extra(EdiSegment segment) {
        if (segment.tag().equals("ALC")) {
            endExtra();
            extra = new InvoicExtra(segment, fields, currency);
        } else if (extra != null) {
            extra.take(segment);
        }
    }

    private void endExtra() {
        if (extra != null) {
            extras.add(extra.read());
            extra = null;
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BGM" -> bgm(segment);
            case "DTM" -> date(segment);
            case "RFF" -> reference(segment);
            case "NAD" -> {
                party = new NadPart(segment);
                party();
            }
            case "CTA", "COM" -> {
                if (party != null) {
                    party.ask(segment);
                }
            }
            case "FII" -> account = account == null || isOfTheSeller() ? segment : account;
            case "CUX" -> {
                String said = fields.currency(segment, 1, 2);
                currency = said == null ? currency : said;
            }
            case "FTX" -> OrdersMessage.text(segment, text(segment.at(1)));
            default -> {} // what neither we nor the customer use
        }
    }

    private boolean isOfTheSeller() {
        return party != null && "SU".equals(party.qualifier());
    }

    private StringBuilder text(String subject) {
        return switch (subject == null ? "" : subject) {
            case "AAB" -> terms;
            case "TXD" -> exemption;
            default -> note;
        };
    }

    private void bgm(EdiSegment segment) {
        bgm = segment;
        String kind = segment.at(1);
        if (!"380".equals(kind) && !"381".equals(kind)) {
            String text = "The document code \"" + kind + "\" is not taken; send 380 (invoice) or 381 (credit note)";
            problems.add(segment, 1, 1, Kind.UNSUPPORTED, "UNSUPPORTED_VALUE", text);
        }
        if (segment.at(3) != null && !segment.at(3).equals("9")) {
            String text =
                    "The function \"" + segment.at(3) + "\" is not taken; send each invoice once, as original (9)";
            problems.add(segment, 3, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
        }
    }

    private void date(EdiSegment dtm) {
        switch (dtm.at(1) == null ? "" : dtm.at(1)) {
            case "137", "3" -> issued = issued == null ? EdifactDates.day(dtm, fields) : issued;
            case "35" -> delivered = EdifactDates.day(dtm, fields);
            case "131" -> taxPoint = EdifactDates.day(dtm, fields);
            case "13" -> due = EdifactDates.day(dtm, fields);
            case "171" -> {
                if ("ON".equals(qualifier)) {
                    ordered = EdifactDates.moment(dtm, fields);
                } else if ("IV".equals(qualifier)) {
                    preceding.set(
                            preceding.size() - 1,
                            new Preceding(new DocumentNumber(earlier), EdifactDates.day(dtm, fields)));
                }
            }
            default -> {}
        }
    }

    private void reference(EdiSegment rff) {
        qualifier = rff.at(1);
        String value = rff.at(1, 2);
        if (value == null || qualifier == null) {
            return;
        }
        switch (qualifier) {
            case "ON" -> order = order == null ? value : order;
            case "DQ", "AAK" -> despatch = value;
            case "CR" -> buyerReference = value;
            case "AEP" -> project = value;
            case "PQ" -> paymentReference = value;
            case "VA" -> {
                if (party != null) {
                    party.vat(value);
                }
            }
            case "IV" -> {
                earlier = value;
                preceding.add(new Preceding(new DocumentNumber(value), null));
            }
            default -> {
                if (party == null && references.size() < Edifact.MOST_REFERENCES) {
                    references.add(Qualifiers.read(new Qualifiers.Rff(null, qualifier, value, null)));
                }
            }
        }
    }

    private void party() {
        switch (party.qualifier() == null ? "" : party.qualifier()) {
            case "SU", "SE" -> seller = party;
            case "BY" -> buyer = party;
            case "IV" -> invoicee = party;
            case "DP" -> place = party;
            default -> {}
        }
    }

    private void sum(EdiSegment segment) {
        switch (segment.tag()) {
            case "CNT" -> {
                if ("2".equals(segment.at(1))) {
                    fields.lineCount(segment, 1, 2, count());
                }
            }
            case "TAX" -> taxes.add(new InvoicTax(segment, fields, currency));
            case "MOA" -> {
                if (segment.loop().equals("SG-TAX")) {
                    amount(segment);
                } else if (segment.loop().startsWith("SG-MOA")) {
                    sums.take(segment, currency);
                }
            }
            default -> {}
        }
    }

    /** Of the rate before it; where the segments are out of place and refused for it, there may be none. */
    private void amount(EdiSegment segment) {
        if (!taxes.isEmpty()) {
            taxes.get(taxes.size() - 1).amount(segment);
        }
    }

    @Override
    protected void require(EdiSegment trailer) {
        endExtra();
        if (bgm == null || bgm.at(2) == null) {
            fields.missing(trailer, 0, 0, "Give the invoice a number in BGM");
        }
    }

    @Override
    protected Document document() {
        Invoice.Kind kind = "381".equals(bgm.at(1)) ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE;
        List<InvoiceTax> rates =
                taxes.stream().map(t -> t.read(words(exemption))).toList();
        return invoice(
                new Subject(new DocumentNumber(bgm.at(2)), kind, order, ordered),
                new Parties(
                        NadPart.party(seller),
                        NadPart.party(buyer),
                        NadPart.party(invoicee),
                        place == null ? null : place.address()),
                account == null ? null : new Account(account.at(2), account.at(2, 2), account.at(3)),
                new Sums(rates, sums.read()));
    }
}
