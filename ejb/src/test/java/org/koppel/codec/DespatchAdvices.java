package org.koppel.codec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Quantity;

/** Despatch advices for tests of every format. */
public final class DespatchAdvices {
    private static final String PALLET = "354123450000000014";

    private DespatchAdvices() {}

    /** Two lines, one on a pallet; the second follows in part. */
    public static DespatchAdvice anAdvice() {
        Address gent =
                new Address(null, "5412345000006", "Bouwgroep De Smet nv", null, "Kouter 1", "9000", "Gent", "BE");
        Address seller = new Address(null, "5412345999997", null, null, "Industrieweg 7", "9032", "Gent", "BE");
        return new DespatchAdvice(
                new DocumentNumber("DA-4711-1"),
                OffsetDateTime.parse("2026-01-12T14:30:00+01:00"),
                new DocumentNumber("4711"),
                OffsetDateTime.parse("2026-01-04T16:05:00+01:00"),
                "payload-1",
                LocalDate.of(2026, 1, 12),
                LocalDate.of(2026, 1, 13),
                false,
                "nl",
                false,
                new Party("Elektro Vermeulen bv", "5412345999997", "BE0987654394", null, seller),
                new Party("Bouwgroep De Smet nv", "5412345000006", "BE0123456749", null, gent),
                new Address("YARD", "5412345000020", "Werf Aalst", null, "Dokweg 14", "9300", "Aalst", "BE"),
                "Lossen aan de poort",
                new Carrier("Snel & Co", "SNEL", "T-123"),
                List.of(new HandlingUnit(PALLET, "PX", new BigDecimal("212.5"))),
                List.of(
                        Reference.of(Reference.Kind.REQUISITION, "BA-7"),
                        new Reference(Reference.Kind.OTHER, "Project", "Z-1")),
                List.of(line("1", "10", "500", "0", PALLET), line("2", "30", "12", "8", null)));
    }

    /** {@link #anAdvice} by another carrier. */
    public static DespatchAdvice by(Carrier carrier) {
        return with(carrier, anAdvice().lines());
    }

    /** {@link #anAdvice} of other lines. */
    public static DespatchAdvice of(List<DespatchLine> lines) {
        return with(anAdvice().carrier(), lines);
    }

    private static DespatchAdvice with(Carrier carrier, List<DespatchLine> lines) {
        DespatchAdvice a = anAdvice();
        return new DespatchAdvice(
                a.number(),
                a.issuedAt(),
                a.order(),
                a.orderIssuedAt(),
                a.orderMessageId(),
                a.despatchedOn(),
                a.expectedOn(),
                a.complete(),
                a.language(),
                a.test(),
                a.seller(),
                a.buyer(),
                a.shipTo(),
                a.note(),
                carrier,
                a.packages(),
                a.references(),
                lines);
    }

    private static DespatchLine line(String number, String ordered, String quantity, String rest, String sscc) {
        return new DespatchLine(
                number,
                ordered,
                new Item("10000" + number, "B-" + number, null, null, "5412345678908", "Installatiekabel", List.of()),
                Quantity.of(quantity, "H87"),
                Quantity.of(rest, "H87"),
                sscc,
                null,
                List.of(new Reference(Reference.Kind.ACCOUNTING, "WBS", "P-88.1")));
    }
}
