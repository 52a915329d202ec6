package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.koppel.codec.EdiFault.Kind;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiInvoiceReading;
import org.koppel.codec.EdiSegment;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** One 810 as a back office sends it: BIG07 DI (or nothing) an invoice, CR or CN a credit note. TDS is what is to be paid. */
final class InvoiceReading extends EdiInvoiceReading {
    private static final Set<String> KINDS = Set.of("DI", "CR", "CN");

    private final List<InvoiceTax> taxes = new ArrayList<>();
    private final List<RatedParty> parties = new ArrayList<>();
    private EdiSegment big;
    private Money payable;
    private InvoiceExtra extra;
    private boolean summing;

    InvoiceReading(EdiFields fields, boolean test, String currency) {
        super(fields, test, currency);
    }

    /** A party with the numbers that REF gives it. */
    private static final class RatedParty {
        private final N1Part part;
        private String vat;
        private String account;

        RatedParty(EdiSegment n1) {
            this.part = new N1Part(n1);
        }

        Party party() {
            Party plain = part.party(null);
            return new Party(plain.name(), plain.gln(), vat, plain.contact(), plain.address());
        }
    }

    @Override
    public Optional<String> number() {
        return Optional.ofNullable(big).map(b -> b.at(2));
    }

    @Override
    public void take(EdiSegment segment) {
        switch (segment.tag()) {
            case "IT1" -> begin(segment, new InvoiceReadingLine(segment, fields, currency));
            case "TDS" -> {
                end();
                summing = true;
                payable = cents(fields, segment, 1, currency);
            }
            default -> {
                if (!takenByLine(segment)) {
                    besideLines(segment);
                }
            }
        }
    }

    private void besideLines(EdiSegment segment) {
        if (summing) {
            sum(segment);
        } else if (segment.loop().equals("L-N1")) {
            party(segment);
        } else {
            head(segment);
        }
    }

    private void party(EdiSegment segment) {
        if (segment.tag().equals("N1")) {
            parties.add(new RatedParty(segment));
            return;
        }
        RatedParty last = parties.get(parties.size() - 1);
        if (segment.tag().equals("REF") && "VX".equals(segment.at(1))) {
            last.vat = segment.at(2);
        } else if (segment.tag().equals("REF") && "11".equals(segment.at(1))) {
            last.account = segment.at(2);
        } else {
            last.part.take(segment);
        }
    }

    private void head(EdiSegment segment) {
        switch (segment.tag()) {
            case "BIG" -> {
                big = segment;
                if (segment.at(7) != null && !KINDS.contains(segment.at(7))) {
                    String text = "The kind \"" + segment.at(7) + "\" in BIG07 is not taken; send DI or CR";
                    problems.add(segment, 7, 0, Kind.UNSUPPORTED, "UNSUPPORTED_FUNCTION", text);
                }
                issued = X12Dates.day(segment, 1, fields);
            }
            case "NTE" -> InvoiceReadingLine.words("PMT".equals(segment.at(1)) ? terms : note, segment.at(2));
            case "CUR" -> {
                String said = fields.currency(segment, 2, 0);
                currency = said == null ? currency : said;
            }
            case "REF" -> reference(segment);
            case "ITD" -> due = segment.at(6) == null ? due : X12Dates.day(segment, 6, fields);
            case "DTM" -> {
                switch (segment.at(1) == null ? "" : segment.at(1)) {
                    case "035", "011" -> delivered = X12Dates.day(segment, 2, fields);
                    case "198" -> taxPoint = X12Dates.day(segment, 2, fields);
                    default -> {}
                }
            }
            default -> {} // what neither we nor the customer use
        }
    }

    private void reference(EdiSegment ref) {
        String value = ref.at(2);
        if (value == null || ref.at(1) == null) {
            return;
        }
        switch (ref.at(1)) {
            case "PK", "SI" -> despatch = value;
            case "OI" -> preceding.add(new Preceding(new DocumentNumber(value), null));
            case "CR" -> buyerReference = value;
            case "PJ" -> project = value;
            case "TN" -> paymentReference = value;
            default -> references.add(RefQualifiers.read(new RefQualifiers.Ref(null, ref.at(1), value, ref.at(3))));
        }
    }

    private void sum(EdiSegment segment) {
        boolean ofExtra = segment.loop().equals("L-SAC");
        switch (segment.tag()) {
            case "CTT" -> fields.lineCount(segment, 1, 0, count());
            case "SAC" -> {
                endExtra();
                extra = new InvoiceExtra(segment, fields, currency);
            }
            case "TXI" -> {
                if (ofExtra && extra != null) {
                    extra.rate(segment);
                } else {
                    taxes.add(tax(segment));
                }
            }
            default -> {}
        }
    }

    private void endExtra() {
        if (extra != null) {
            extras.add(extra.read());
            extra = null;
        }
    }

    private InvoiceTax tax(EdiSegment txi) {
        BigDecimal amount = fields.amount(txi, 2, 0);
        BigDecimal taxable = fields.amount(txi, 8, 0);
        return new InvoiceTax(
                InvoiceExtra.category(txi),
                fields.amount(txi, 3, 0),
                taxable == null ? null : new Money(taxable, currency),
                amount == null ? null : new Money(amount, currency),
                null,
                null);
    }

    @Override
    protected void require(EdiSegment trailer) {
        endExtra();
        if (big == null || big.at(2) == null) {
            fields.missing(trailer, 0, 0, "Give the invoice a number in BIG02");
        }
    }

    private Optional<RatedParty> role(String... roles) {
        return parties.stream()
                .filter(p -> List.of(roles).contains(String.valueOf(p.part.role())))
                .findFirst();
    }

    @Override
    protected Document document() {
        boolean credit = "CR".equals(big.at(7)) || "CN".equals(big.at(7));
        return invoice(
                new Subject(
                        new DocumentNumber(big.at(2)),
                        credit ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE,
                        big.at(4),
                        X12Dates.midnight(X12Dates.day(big, 3, fields))),
                new Parties(
                        role("SE", "SU").map(RatedParty::party).orElse(null),
                        role("BY").map(RatedParty::party).orElse(null),
                        role("BT").map(RatedParty::party).orElse(null),
                        role("ST").map(p -> p.part.address()).orElse(null)),
                role("RE")
                        .filter(p -> p.account != null)
                        .map(p -> new Account(p.account, null, null))
                        .orElse(null),
                new Sums(
                        taxes,
                        payable == null
                                ? null
                                : new InvoiceTotals(null, null, null, null, null, null, null, null, payable)));
    }

    /** N2: two decimals, without the point. */
    static Money cents(EdiFields fields, EdiSegment segment, int element, String currency) {
        BigDecimal value = fields.number(segment, element, 0);
        return value == null ? null : new Money(value.movePointLeft(2), currency);
    }
}
