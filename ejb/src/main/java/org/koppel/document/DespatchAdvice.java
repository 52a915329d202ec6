package org.koppel.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.koppel.shared.DocumentNumber;

/**
 * Goods of one order are on their way (UBL 2.1 DespatchAdvice, cXML ShipNoticeRequest, EDIFACT DESADV). {@code order} is the
 * buyer's number; {@code complete} tells that nothing more follows; {@code orderMessageId} is the buyer's own id of the order
 * message. {@code orderIssuedAt}, {@code orderMessageId}, the days, {@code shipTo}, {@code note} and {@code carrier} may be null.
 */
public record DespatchAdvice(
        DocumentNumber number,
        OffsetDateTime issuedAt,
        DocumentNumber order,
        OffsetDateTime orderIssuedAt,
        String orderMessageId,
        LocalDate despatchedOn,
        LocalDate expectedOn,
        boolean complete,
        String language,
        boolean test,
        Party seller,
        Party buyer,
        Address shipTo,
        String note,
        Carrier carrier,
        List<HandlingUnit> packages,
        List<Reference> references,
        List<DespatchLine> lines)
        implements Document {

    /** Who brings the goods: name, Standard Carrier Alpha Code and the number to follow them by; any may be null. */
    public record Carrier(String name, String scac, String tracking) {}

    /**
     * A pallet, box or parcel: its serial shipping container code of 18 digits, what it is (UN/ECE Rec 21, {@code PX} pallet,
     * {@code CT} carton) and its gross weight; any may be null. A weight of 0, which is sent where nothing was weighed, is none.
     */
    public record HandlingUnit(String sscc, String kind, BigDecimal grossKilograms) {
        private static final Pattern RECOMMENDATION_21 = Pattern.compile("[A-Z0-9]{2}");

        public HandlingUnit {
            grossKilograms = grossKilograms == null || grossKilograms.signum() == 0 ? null : grossKilograms;
        }

        /** The kind; null where it is unknown or cannot be of UN/ECE Rec 21, for EDIFACT has other lists and cXML words. */
        public String commonKind() {
            return kind != null && RECOMMENDATION_21.matcher(kind).matches() ? kind : null;
        }
    }

    public DespatchAdvice {
        packages = packages == null ? List.of() : List.copyOf(packages);
        references = references == null ? List.of() : List.copyOf(references);
        lines = List.copyOf(lines);
    }
}
