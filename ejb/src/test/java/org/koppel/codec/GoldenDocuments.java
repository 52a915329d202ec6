package org.koppel.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.koppel.document.Acknowledgement;
import org.koppel.document.ApplicationResponse;
import org.koppel.document.CartNotice;
import org.koppel.document.Document;
import org.koppel.document.InterchangeReceipt;
import org.koppel.document.Invitation;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.PunchOutResponse;
import org.koppel.document.ServiceProfile;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Quantity;

/** What every writer writes for its golden files, by the name of the file, and what was agreed with whom it is for. */
final class GoldenDocuments {
    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-12T14:30:00Z");

    /** Of all formats: each takes what is its own. */
    static final FormatSettings SETTINGS = new FormatSettings(
            "nl",
            Map.ofEntries(
                    Map.entry(ControlNumber.OPTION, "77"),
                    Map.entry("edifact.syntax", "UNOY"),
                    Map.entry("edifact.sender", "SUPPLIER:14"),
                    Map.entry("edifact.recipient", "BUYER:14"),
                    Map.entry("x12.charset", "UTF-8"),
                    Map.entry("x12.sender", "ZZ:SUPPLIER"),
                    Map.entry("x12.recipient", "ZZ:BUYER"),
                    Map.entry("seller-endpoint", "0088:5412345999997"),
                    Map.entry("buyer-endpoint", "0088:5412345000006"),
                    Map.entry("supplier.name", "Elektro Vermeulen bv"),
                    Map.entry("supplier.gln", "5412345999997"),
                    Map.entry("supplier.vat", "BE0987654394"),
                    Map.entry("supplier.street", "Industrieweg 7"),
                    Map.entry("supplier.postalCode", "9032"),
                    Map.entry("supplier.city", "Gent"),
                    Map.entry("supplier.country", "BE"),
                    Map.entry("cxml.from", "DUNS:123456789"),
                    Map.entry("cxml.to", "NetworkID:AN01000000001"),
                    Map.entry("cxml.secret", "open <sesame>"),
                    Map.entry(Invitation.LINK, "https://shop.example/invitation#k7")));

    private GoldenDocuments() {}

    /** What this writer writes, by the names of the files; of its kind, one or more. */
    static Map<String, Document> of(DocumentWriter<?> writer) {
        Map<String, Document> its = all(writer.format().value().startsWith("x12"));
        its.values().removeIf(d -> !writer.documentClass().isInstance(d));
        return its;
    }

    /** Every kind that is written, once or more often. */
    private static Map<String, Document> all(boolean x12) {
        Map<String, Document> all = new LinkedHashMap<>();
        all.put("order", OutgoingOrders.anOrder());
        all.put("order-change", OutgoingOrders.aChange());
        all.put("order-cancellation", OutgoingOrders.aCancellation());
        all.put("order-response", OrderResponses.aResponse().build());
        all.put(
                "order-change-response",
                OrderResponses.aResponse()
                        .build()
                        .to(
                                new Occasion(Occasion.Kind.CHANGE, new DocumentNumber("4500012345-C1"), "1"),
                                new DocumentNumber("OR-4500012345-1")));
        all.put("despatch-advice", DespatchAdvices.anAdvice());
        all.put("invoice", Invoices.anInvoice());
        all.put("credit-note", Invoices.aCreditNote());
        all.put("application-response", anApplicationResponse());
        all.put("receipt", x12 ? anX12Receipt() : anEdifactReceipt());
        all.put("acknowledgement", anAcknowledgement(Acknowledgement.Outcome.RECEIVED, List.of()));
        all.put(
                "acknowledgement-invalid",
                anAcknowledgement(
                        Acknowledgement.Outcome.INVALID,
                        List.of("line 10: UNKNOWN_UNIT \"QQ\"", "line 20: no quantity")));
        all.put(
                "punch-out-response",
                new PunchOutResponse(
                        new DocumentNumber("9"), MONDAY, "https://shop.example/visit?v=7&lang=nl", 200, null));
        all.put(
                "service-profile",
                new ServiceProfile(
                        new DocumentNumber("9"),
                        MONDAY,
                        "payload-1",
                        MONDAY.minusDays(1),
                        Map.of("OrderRequest", "https://shop.example/cxml")));
        all.put("cart-notice", aCartNotice());
        all.put(
                "invitation",
                new Invitation(new DocumentNumber("7"), "An Peeters", "Bouwgroep De Smet & co", instant("2026-01-15")));
        return all;
    }

    private static ApplicationResponse anApplicationResponse() {
        return new ApplicationResponse(
                new DocumentNumber("AR-1"),
                MONDAY,
                new DocumentNumber("LS-10077"),
                "DespatchAdvice",
                "77",
                false,
                List.of(
                        new ApplicationResponse.Finding(
                                "QUANTITY_EXCEEDS_ORDER", "line 10", "Of line 10 only 4 are left to despatch."),
                        new ApplicationResponse.Finding(
                                "UNKNOWN_LINE", "line 99", "Order 4711 has no line 99: \"99\" <- check it.")));
    }

    /** An interchange of three orders, of which the second one lacks its number. */
    private static InterchangeReceipt anEdifactReceipt() {
        return receipt(
                "UNOC:3",
                List.of(),
                new InterchangeReceipt.RefusedMessage(
                        "2",
                        "ORDERS",
                        "D:96A:UN:EAN008",
                        null,
                        List.of(new InterchangeReceipt.Fault(
                                "ELEMENT_MISSING", "BGM", 2, 2, 0, null, "BGM 1004 is missing"))));
    }

    /** The same in X12. */
    private static InterchangeReceipt anX12Receipt() {
        return receipt(
                "00401",
                List.of(new InterchangeReceipt.Group("PO", "17", "004010", 3, 1)),
                new InterchangeReceipt.RefusedMessage(
                        "0002",
                        "850",
                        "004010",
                        "17",
                        List.of(new InterchangeReceipt.Fault(
                                "ELEMENT_MISSING", "BEG", 2, 3, 0, null, "BEG03 is missing"))));
    }

    private static InterchangeReceipt receipt(
            String syntax, List<InterchangeReceipt.Group> groups, InterchangeReceipt.RefusedMessage refused) {
        return new InterchangeReceipt(
                new DocumentNumber("8"),
                MONDAY,
                new InterchangeReceipt.Interchange("4242", "BUYER", "14", "SUPPLIER", "14", syntax, false),
                null,
                groups,
                List.of(refused));
    }

    private static Acknowledgement anAcknowledgement(Acknowledgement.Outcome outcome, List<String> details) {
        return new Acknowledgement(new DocumentNumber("9"), MONDAY, "payload-1", outcome, details);
    }

    private static CartNotice aCartNotice() {
        return new CartNotice(
                new DocumentNumber("CART-7"),
                false,
                MONDAY.toInstant(),
                instant("2026-01-26"),
                "An Peeters",
                Money.of("487.50", "EUR"),
                List.of(
                        new CartNotice.Line("100001", "Installatiekabel <3G2,5>", Quantity.of("500", "MTR")),
                        new CartNotice.Line("100234", null, Quantity.of("12", "H87"))));
    }

    private static Instant instant(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
