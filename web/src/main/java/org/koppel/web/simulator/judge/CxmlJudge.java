package org.koppel.web.simulator.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The rules of cXML 1.2 about the PunchOutOrderMessage that brings a cart home, and of the buyer's system that reads it. */
public final class CxmlJudge {
    private static final String DTD = "cXML 1.2 DTD, cXML.dtd: ";
    private static final String GUIDE = "cXML 1.2 User's Guide, ";
    private static final String OFFSET_TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?[+-]\\d{2}:\\d{2}";
    private static final Set<String> ALLOWED = Set.of("create", "edit", "inspect");
    /** A total is a sum of rounded lines in one shop and a rounded sum in another. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private CxmlJudge() {}

    public static List<Finding> judge(CxmlCase form) {
        List<Rule<CxmlCase>> rules = new ArrayList<>();
        rules.addAll(envelope());
        rules.addAll(message());
        rules.addAll(items());
        rules.addAll(CxmlLimits.of(form.system()));
        return Rule.judge(rules, form);
    }

    private static List<Rule<CxmlCase>> envelope() {
        return List.of(
                Rule.of(
                        "cxml.field",
                        GUIDE + "PunchOut: form fields cXML-urlencoded and cXML-base64",
                        c -> Outcome.when(
                                c.field() != null,
                                String.join(
                                        ", ",
                                        c.fields().stream().map(f -> f.name()).toList()))),
                Rule.of(
                        "cxml.readable",
                        "XML 1.0, well-formed; " + GUIDE + "cXML document format",
                        c -> Outcome.when(c.readable() && Dom.name(c.root()).equals("cXML"), start(c))),
                Rule.of("cxml.ascii", GUIDE + "PunchOut: cXML-urlencoded is US-ASCII with character references", c -> {
                    boolean plain = c.field() != null && c.field().equalsIgnoreCase("cxml-urlencoded");
                    return Outcome.of(plain, plain ? foreign(c.document()) : Stream.empty());
                }),
                Rule.of(
                        "cxml.doctype",
                        GUIDE + "cXML document format: the DOCTYPE names the DTD",
                        c -> ifReadable(c, c.document().contains("<!DOCTYPE cXML SYSTEM \"http"), start(c))),
                Rule.of(
                        "cxml.payload",
                        DTD + "cXML @payloadID #REQUIRED",
                        c -> ifReadable(
                                c,
                                c.readable()
                                        && c.root().getAttribute("payloadID").matches(".+@.+"),
                                attribute(c, "payloadID"))),
                Rule.of(
                        "cxml.timestamp",
                        GUIDE + "timestamp: ISO 8601 with an offset, never Z",
                        c -> ifReadable(
                                c,
                                c.readable()
                                        && c.root().getAttribute("timestamp").matches(OFFSET_TIME),
                                attribute(c, "timestamp"))),
                order("Header", CxmlMessages.HEADER),
                Rule.of("cxml.from", GUIDE + "PunchOut: From is the To of the request", c -> sides(c, "From", "To")),
                Rule.of("cxml.to", GUIDE + "PunchOut: To is the From of the request", c -> sides(c, "To", "From")),
                Rule.of(
                        "cxml.secret",
                        DTD + "Credential: authentication does not travel through a browser",
                        c -> Outcome.of(
                                c.readable(),
                                Stream.of("SharedSecret", "CredentialMac", "DigitalSignature")
                                        .filter(n -> c.all(n).findAny().isPresent()))));
    }

    private static List<Rule<CxmlCase>> message() {
        return List.of(
                Rule.of(
                        "cxml.message",
                        DTD + "PunchOutOrderMessage in Message",
                        c -> ifReadable(c, c.message().isPresent(), start(c))),
                Rule.of("cxml.cookie", GUIDE + "PunchOut: BuyerCookie is returned unchanged", CxmlJudge::cookie),
                Rule.of(
                        "cxml.mode",
                        DTD + "Message @deploymentMode, as in the request",
                        c -> c.message().isEmpty()
                                ? Outcome.NOT_APPLICABLE
                                : Outcome.when(
                                        mode(c.root(), "Message").equals(mode(c.request(), "Request")),
                                        mode(c.root(), "Message"))),
                order("PunchOutOrderMessage", CxmlMessages.MESSAGE),
                order("PunchOutOrderMessageHeader", CxmlMessages.MESSAGE_HEADER),
                Rule.of(
                        "cxml.allowed",
                        DTD + "PunchOutOrderMessageHeader @operationAllowed (create|inspect|edit)",
                        c -> Outcome.of(
                                c.message().isPresent(),
                                c.all("PunchOutOrderMessageHeader")
                                        .map(h -> h.getAttribute("operationAllowed"))
                                        .filter(a -> !ALLOWED.contains(a)))),
                Rule.of("cxml.total", DTD + "PunchOutOrderMessageHeader/Total: the sum of the lines", CxmlJudge::total),
                Rule.of(
                        "cxml.cancel",
                        GUIDE + "status 204: the session ended without change",
                        c -> c.message().isEmpty() || !c.items().isEmpty()
                                ? Outcome.NOT_APPLICABLE
                                : Outcome.when(
                                        c.all("Status")
                                                        .anyMatch(s -> s.getAttribute("code")
                                                                .equals("204"))
                                                || edited(c),
                                        "ItemIn: 0")));
    }

    /** An empty edit is a cart that was emptied on purpose. */
    private static boolean edited(CxmlCase form) {
        return form.request() != null
                && Dom.at(form.request(), "Request", "PunchOutSetupRequest")
                        .filter(r -> r.getAttribute("operation").equals("edit"))
                        .isPresent();
    }

    private static List<Rule<CxmlCase>> items() {
        return List.of(
                order("ItemIn", CxmlMessages.ITEM_IN),
                order("ItemID", CxmlMessages.ITEM_ID),
                order("ItemDetail", CxmlMessages.ITEM_DETAIL),
                required("ItemIn", "ItemID", "ItemDetail"),
                required("ItemID", "SupplierPartID"),
                required("ItemDetail", "UnitPrice", "Description", "UnitOfMeasure", "Classification"),
                Rule.of(
                        "cxml.quantity",
                        DTD + "ItemIn @quantity %r8; #REQUIRED",
                        c -> Outcome.of(
                                !c.items().isEmpty(),
                                c.items().stream()
                                        .map(i -> i.getAttribute("quantity"))
                                        .filter(q -> number(q)
                                                .filter(n -> n.signum() > 0)
                                                .isEmpty())
                                        .map(q -> "ItemIn/@quantity = " + q))),
                Rule.of("cxml.line", GUIDE + "ItemIn lineNumber: each of its own", CxmlJudge::lineNumbers),
                Rule.of(
                        "cxml.money",
                        DTD + "Money @currency, ISO 4217; a decimal number with a point",
                        c -> Outcome.of(
                                c.all("Money").findAny().isPresent(),
                                c.all("Money")
                                        .filter(m -> !isMoney(m))
                                        .map(m -> "Money = " + m.getTextContent() + " " + m.getAttribute("currency")))),
                Rule.of(
                        "cxml.basis",
                        DTD + "PriceBasisQuantity @quantity, @conversionFactor #REQUIRED",
                        c -> Outcome.of(
                                c.all("PriceBasisQuantity").findAny().isPresent(),
                                c.all("PriceBasisQuantity")
                                        .filter(b -> number(b.getAttribute("quantity"))
                                                        .isEmpty()
                                                || number(b.getAttribute("conversionFactor"))
                                                        .isEmpty())
                                        .map(b -> "PriceBasisQuantity/@quantity = " + b.getAttribute("quantity")))),
                Rule.of(
                        "cxml.reference",
                        GUIDE + "SupplierPartAuxiliaryID: finds the cart again on edit and order",
                        c -> Outcome.of(
                                !c.items().isEmpty(),
                                c.items().stream()
                                        .filter(i -> Dom.text(i, "ItemID", "SupplierPartAuxiliaryID")
                                                .isEmpty())
                                        .map(i -> "ItemIn " + i.getAttribute("lineNumber")))));
    }

    private static Rule<CxmlCase> order(String parent, List<String> children) {
        return new Rule<>(
                "xml.order",
                List.of(parent),
                DTD + parent,
                c -> Outcome.of(
                        c.all(parent).findAny().isPresent(),
                        c.readable() ? Dom.misplaced(c.root(), parent, children) : Stream.empty()));
    }

    private static Rule<CxmlCase> required(String parent, String... children) {
        return new Rule<>(
                "xml.required",
                List.of(parent, String.join(", ", children)),
                DTD + parent,
                c -> Outcome.of(
                        c.all(parent).findAny().isPresent(),
                        c.all(parent)
                                .flatMap(p -> Stream.of(children)
                                        .filter(n -> Dom.at(p, n).isEmpty())
                                        .map(n -> parent + "/" + n))));
    }

    private static Outcome cookie(CxmlCase form) {
        Optional<Element> sent = Optional.ofNullable(form.request())
                .flatMap(r -> Dom.at(r, "Request", "PunchOutSetupRequest", "BuyerCookie"));
        if (form.message().isEmpty() || sent.isEmpty()) {
            return Outcome.NOT_APPLICABLE;
        }
        Optional<Element> back = form.message().flatMap(m -> Dom.at(m, "BuyerCookie"));
        boolean same = back.isPresent() && back.get().isEqualNode(sent.get());
        return Outcome.when(same, back.map(Element::getTextContent).orElse("BuyerCookie: 0"));
    }

    private static Outcome total(CxmlCase form) {
        Optional<BigDecimal> said = form.message()
                .flatMap(m -> Dom.text(m, "PunchOutOrderMessageHeader", "Total", "Money"))
                .flatMap(CxmlJudge::number);
        if (form.message().isEmpty()) {
            return Outcome.NOT_APPLICABLE;
        }
        BigDecimal sum = form.items().stream().map(CxmlJudge::lineTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tolerated =
                CENT.multiply(BigDecimal.valueOf(Math.max(1, form.items().size())));
        boolean near = said.filter(s -> s.subtract(sum).abs().compareTo(tolerated) <= 0)
                .isPresent();
        return Outcome.when(near, said.map(BigDecimal::toPlainString).orElse("—") + " ≠ " + sum.toPlainString());
    }

    private static BigDecimal lineTotal(Element item) {
        BigDecimal price = Dom.text(item, "ItemDetail", "UnitPrice", "Money")
                .flatMap(CxmlJudge::number)
                .orElse(BigDecimal.ZERO);
        BigDecimal basis = Dom.at(item, "ItemDetail", "PriceBasisQuantity")
                .flatMap(b -> number(b.getAttribute("quantity")))
                .filter(b -> b.signum() > 0)
                .orElse(BigDecimal.ONE);
        BigDecimal quantity = number(item.getAttribute("quantity")).orElse(BigDecimal.ZERO);
        return price.multiply(quantity).divide(basis, 2, RoundingMode.HALF_UP);
    }

    private static Outcome lineNumbers(CxmlCase form) {
        Set<String> seen = new HashSet<>();
        return Outcome.of(
                !form.items().isEmpty(),
                form.items().stream()
                        .map(i -> i.getAttribute("lineNumber"))
                        .filter(n -> !n.isEmpty() && !seen.add(n))
                        .map(n -> "ItemIn/@lineNumber = " + n));
    }

    private static boolean isMoney(Element money) {
        return money.getAttribute("currency").matches("[A-Z]{3}")
                && number(money.getTextContent().strip()).isPresent();
    }

    private static Outcome sides(CxmlCase form, String side, String requested) {
        Set<String> there = CxmlCase.identities(form.root(), side);
        return ifReadable(form, there.equals(CxmlCase.identities(form.request(), requested)), side + ": " + there);
    }

    private static String mode(Element root, String child) {
        return root == null
                ? ""
                : Dom.at(root, child)
                        .map(e -> e.getAttribute("deploymentMode"))
                        .filter(m -> !m.isEmpty())
                        .orElse("production");
    }

    private static Outcome ifReadable(CxmlCase form, boolean good, String found) {
        return form.readable() ? Outcome.when(good, found) : Outcome.NOT_APPLICABLE;
    }

    private static String start(CxmlCase form) {
        return form.document().isBlank() ? "—" : form.document().strip();
    }

    private static String attribute(CxmlCase form, String name) {
        return form.readable() ? "cXML/@" + name + " = " + form.root().getAttribute(name) : "";
    }

    private static Stream<String> foreign(String text) {
        return text.codePoints().filter(c -> c > 0x7e).distinct().mapToObj("U+%04X"::formatted);
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,20}(\\.\\d{1,10})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
