package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Contact;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Kind;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** Invoices for tests of every format. */
public final class Invoices {
    public static final String OGM = "+++090/9337/55493+++";

    private Invoices() {}

    /** Cable by the hundred metres, lamps with Recupel, a book at 6 %, freight: with every reference that an order can give. */
    public static Invoice anInvoice() {
        return InvoiceSums.reckoned(raw(Kind.INVOICE, "nl", List.of(), lines()));
    }

    /** One of the lamps comes back. */
    public static Invoice aCreditNote() {
        InvoiceLine lamp = new InvoiceLine(
                "1",
                null,
                "20",
                null,
                lamp(),
                Quantity.of("1", "H87"),
                Price.perUnit(Money.of("13.25", "EUR")),
                List.of(recupel("0.0600")),
                null,
                null,
                new BigDecimal("21"),
                null,
                "Defect",
                List.of());
        return InvoiceSums.reckoned(raw(
                Kind.CREDIT_NOTE,
                "nl",
                List.of(new Preceding(new DocumentNumber("F2026-100"), LocalDate.of(2026, 1, 15))),
                List.of(lamp)));
    }

    /** {@link #anInvoice} in another language. */
    public static Invoice in(String language) {
        return InvoiceSums.reckoned(raw(Kind.INVOICE, language, List.of(), lines()));
    }

    /** {@link #anInvoice} with other lines, not reckoned. */
    public static Invoice of(List<InvoiceLine> lines) {
        return raw(Kind.INVOICE, "nl", List.of(), lines);
    }

    private static Invoice raw(Kind kind, String language, List<Preceding> preceding, List<InvoiceLine> lines) {
        Address gent =
                new Address(null, "5412345000006", "Bouwgroep De Smet nv", null, "Kouter 1", "9000", "Gent", "BE");
        Address seller = new Address(null, "5412345999997", null, null, "Industrieweg 7", "9032", "Gent", "BE");
        boolean credit = kind == Kind.CREDIT_NOTE;
        return new Invoice(
                new DocumentNumber(credit ? "C2026-7" : "F2026-100"),
                kind,
                "bouwgroep",
                LocalDate.of(2026, 1, 15),
                LocalDate.of(2026, 2, 14),
                null,
                "EUR",
                language,
                false,
                "Levering van januari",
                "INKOOP-7",
                new DocumentNumber("4711"),
                OffsetDateTime.parse("2026-01-04T16:05:00+01:00"),
                "payload-1",
                "DA-4711-1",
                "Nieuwbouw Aalst",
                preceding,
                new Party(
                        "Elektro Vermeulen bv",
                        "5412345999997",
                        "BE0987654394",
                        new Contact(null, "Debiteuren", "facturen@vermeulen.example", "+32 9 000 00 00"),
                        seller),
                new Party(
                        "Bouwgroep De Smet nv",
                        "5412345000006",
                        "BE0555444368",
                        new Contact(null, "An Peeters", "an.peeters@desmet.example", null),
                        gent),
                null,
                new Address("YARD", "5412345000020", "Werf Aalst", null, "Dokweg 14", "9300", "Aalst", "BE"),
                LocalDate.of(2026, 1, 12),
                null,
                new Payment("30", OGM, "BE68539007547034", null, "Elektro Vermeulen bv", "30 dagen na factuurdatum"),
                List.of(
                        Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                        Reference.of(Reference.Kind.CONTRACT, "RAAM-2026"),
                        Reference.of(Reference.Kind.ACCOUNTING, "KP-100"),
                        Reference.of(Reference.Kind.SUPPLIER_ORDER, "V-88"),
                        new Reference(Reference.Kind.OTHER, "Werf", "Z-1")),
                credit ? List.of() : List.of(freight()),
                lines,
                List.of(),
                null);
    }

    private static AllowanceCharge freight() {
        return new AllowanceCharge(
                AllowanceCharge.Kind.CHARGE,
                "FC",
                "Transport",
                null,
                null,
                Money.of("12.50", "EUR"),
                "S",
                new BigDecimal("21"));
    }

    /** Collection and recycling. */
    public static AllowanceCharge recupel(String amount) {
        return new AllowanceCharge(
                AllowanceCharge.Kind.CHARGE,
                "AEO",
                "Recupel",
                null,
                null,
                Money.of(amount, "EUR").rounded(),
                null,
                null);
    }

    private static Item lamp() {
        return new Item("100002", "B-2", null, null, "5412345678908", "Ledlamp 9 W", List.of());
    }

    public static List<InvoiceLine> lines() {
        return List.of(
                line(
                        "1",
                        "10",
                        new Item("100001", "B-1", null, null, null, "Installatiekabel 3G2,5", List.of()),
                        Quantity.of("250", "MTR"),
                        new Price(Money.of("64.90", "EUR"), new BigDecimal("100")),
                        List.of(),
                        "21"),
                line(
                        "2",
                        "20",
                        lamp(),
                        Quantity.of("12", "H87"),
                        Price.perUnit(Money.of("13.25", "EUR")),
                        List.of(recupel("0.72")),
                        "21"),
                line(
                        "3",
                        "30",
                        new Item("100003", null, null, null, null, "Handboek AREI", List.of()),
                        Quantity.of("1", "H87"),
                        Price.perUnit(Money.of("39.95", "EUR")),
                        List.of(),
                        "6"));
    }

    private static InvoiceLine line(
            String number,
            String ordered,
            Item item,
            Quantity quantity,
            Price price,
            List<AllowanceCharge> extras,
            String percent) {
        return new InvoiceLine(
                number,
                null,
                ordered,
                null,
                item,
                quantity,
                price,
                extras,
                null,
                null,
                new BigDecimal(percent),
                null,
                null,
                List.of(new Reference(Reference.Kind.ACCOUNTING, "WBS", "P-88.1")));
    }
}
