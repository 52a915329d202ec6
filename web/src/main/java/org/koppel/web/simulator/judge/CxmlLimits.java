package org.koppel.web.simulator.judge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What particular buyers' systems do with a PunchOutOrderMessage that cXML itself allows. */
final class CxmlLimits {
    private static final List<String> IDS = List.of("SupplierPartID", "SupplierPartAuxiliaryID");

    private CxmlLimits() {}

    static List<Rule<CxmlCase>> of(String system) {
        return switch (system) {
            case "sap-ariba" ->
                List.of(
                        limit(
                                "limit.aribaId",
                                IDS,
                                text -> !text.matches("(?s).*[?{}].*"),
                                "SAP Ariba: ? { } in part numbers are refused (as reported)"),
                        limit(
                                "limit.bytes255",
                                List.of("ShortName"),
                                text -> text.getBytes(StandardCharsets.UTF_8).length <= 255,
                                "SAP Ariba: the first 255 bytes of a description reach the order (as reported)"));
            case "coupa" ->
                List.of(Rule.of(
                        "limit.coupaDtd",
                        "Coupa: PunchOutOrderMessage by the DTD 1.2.023 (as reported)",
                        c -> c.readable()
                                ? Outcome.when(c.document().contains("/1.2.023/"), doctype(c.document()))
                                : Outcome.NOT_APPLICABLE));
            case "jaggaer" ->
                List.of(
                        limit(
                                "limit.id100",
                                IDS,
                                text -> text.length() <= 100,
                                "JAGGAER: part and auxiliary numbers up to 100 characters (as reported)"),
                        limit(
                                "limit.price4",
                                List.of("Money"),
                                text -> text.matches("-?\\d+(\\.\\d{1,4})?"),
                                "JAGGAER: prices up to 4 decimals (as reported)"),
                        limit(
                                "limit.text255",
                                List.of("Description"),
                                text -> text.length() <= 255,
                                "JAGGAER: descriptions up to 255 characters (as reported)"));
            case "oracle" ->
                List.of(
                        limit(
                                "limit.oraclePart",
                                List.of("SupplierPartID"),
                                text -> text.length() <= 25,
                                "Oracle: direct connections cut part numbers at 25 characters (as reported)"),
                        Rule.of(
                                "limit.oracleEmpty",
                                "Oracle: a cart without lines fails (as reported)",
                                c -> c.message().isPresent()
                                        ? Outcome.when(!c.items().isEmpty(), "ItemIn: 0")
                                        : Outcome.NOT_APPLICABLE));
            default -> List.of();
        };
    }

    private static Rule<CxmlCase> limit(String key, List<String> elements, Predicate<String> good, String source) {
        return Rule.of(key, source, c -> {
            List<Element> there = elements.stream().flatMap(c::all).toList();
            Stream<String> bad = there.stream()
                    .filter(e -> !good.test(e.getTextContent().strip()))
                    .map(e -> Dom.name(e) + " = " + e.getTextContent().strip());
            return Outcome.of(!there.isEmpty(), bad);
        });
    }

    private static String doctype(String document) {
        int start = Math.max(0, document.indexOf("<!DOCTYPE"));
        int end = document.indexOf('>', start);
        return end < 0 ? "" : document.substring(start, end + 1);
    }
}
