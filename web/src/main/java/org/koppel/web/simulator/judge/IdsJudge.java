package org.koppel.web.simulator.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The rules of IDS Connect 2.5 about the basket that comes back ({@code warenkorb_empfangen}). */
public final class IdsJudge {
    private static final String IDS = "ITEK IDS Connect 2.5, warenkorb_empfangen: ";
    private static final String NAMESPACE = "http://www.itek.de/Shop-Anbindung/Warenkorb/";
    private static final List<String> INFO = List.of("Date", "Time", "RueckgabeKZ", "Version");
    private static final List<String> ORDER_INFO = List.of(
            "InquiryNo",
            "OfferNo",
            "OrderConfNo",
            "PartNo",
            "DeliveryDate",
            "DeliveryWeek",
            "DeliveryYear",
            "ModeOfShipment",
            "Cur",
            "ZusatzText",
            "Kommission",
            "DeliveryPlaceInfo");
    private static final List<String> ITEM = List.of(
            "RefItems",
            "EAN",
            "ManufacturerID",
            "ManufacturerArtNo",
            "ArtNo",
            "Qty",
            "QU",
            "Kurztext",
            "Langtext",
            "OfferPrice",
            "NetPrice",
            "PriceBasis",
            "VAT",
            "Hinweis");
    private static final String DECIMAL = "\\d{1,11}(\\.\\d{1,4})?";

    private IdsJudge() {}

    public static List<Finding> judge(XmlCase form) {
        List<Rule<XmlCase>> rules = new ArrayList<>();
        rules.add(Rule.of(
                "ids.field",
                IDS + "form field warenkorb",
                c -> Outcome.when(
                        !c.document().isBlank(),
                        String.join(", ", c.fields().stream().map(f -> f.name()).toList()))));
        rules.add(XmlRules.readable("Warenkorb", IDS + "Warenkorb"));
        rules.add(Rule.of(
                "ids.namespace",
                IDS + NAMESPACE,
                c -> c.root() == null
                        ? Outcome.NOT_APPLICABLE
                        : Outcome.when(
                                NAMESPACE.equals(c.root().getNamespaceURI()),
                                String.valueOf(c.root().getNamespaceURI()))));
        rules.addAll(head());
        rules.addAll(positions());
        return Rule.judge(rules, form);
    }

    private static List<Rule<XmlCase>> head() {
        return List.of(
                XmlRules.order("WarenkorbInfo", IDS + "WarenkorbInfo", INFO),
                XmlRules.required("WarenkorbInfo", IDS + "WarenkorbInfo", "Date", "Time", "RueckgabeKZ", "Version"),
                XmlRules.form("xml.form", "RueckgabeKZ", "Warenkorbrückgabe.*", IDS + "RueckgabeKZ"),
                XmlRules.form("xml.form", "Version", "[12]\\.\\d(\\.\\d)?", IDS + "Version"),
                XmlRules.form("xml.form", "Date", "\\d{4}-\\d{2}-\\d{2}", IDS + "Date"),
                XmlRules.form("xml.form", "Time", "\\d{2}:\\d{2}:\\d{2}", IDS + "Time"),
                XmlRules.order("OrderInfo", IDS + "OrderInfo", ORDER_INFO),
                XmlRules.form("xml.form", "ModeOfShipment", "Lieferung|Abholung", IDS + "ModeOfShipment"),
                XmlRules.length("OfferNo", 15, IDS + "OfferNo"),
                echoed("PartNo"),
                echoed("Kommission"));
    }

    private static List<Rule<XmlCase>> positions() {
        return List.of(
                XmlRules.order("OrderItem", IDS + "OrderItem", ITEM),
                XmlRules.required("OrderItem", IDS + "OrderItem", "ArtNo", "Qty", "QU"),
                XmlRules.form("xml.decimal", "Qty", DECIMAL, IDS + "Qty"),
                XmlRules.form("xml.decimal", "NetPrice", DECIMAL, IDS + "NetPrice"),
                XmlRules.form("xml.decimal", "VAT", DECIMAL, IDS + "VAT"),
                XmlRules.form("xml.form", "EAN", "\\d{1,13}", IDS + "EAN"),
                XmlRules.form("xml.form", "Cur", "[A-Z]{3}", IDS + "Cur"),
                XmlRules.length("ArtNo", 15, IDS + "ArtNo"),
                XmlRules.length("Kurztext", 100, IDS + "Kurztext"),
                XmlRules.length("QU", 4, IDS + "QU"),
                Rule.of(
                        "ids.pair",
                        IDS + "RefItems: Customer and Supplier together",
                        c -> Outcome.of(
                                c.all("RefItems").findAny().isPresent(),
                                c.all("RefItems")
                                        .filter(r -> Dom.at(r, "Customer").isEmpty()
                                                || Dom.at(r, "Supplier").isEmpty())
                                        .map(XmlRules::text))),
                Rule.of("ids.positions", IDS + "RefItems/Customer: unchanged", IdsJudge::positionsBack));
    }

    /** What the craftsman's software said about the whole order comes back as it was. */
    private static Rule<XmlCase> echoed(String element) {
        return new Rule<>("ids.echo", List.of(element), IDS + element, c -> {
            Optional<String> sent = sent(c.sent(), element).findFirst();
            return c.root() == null || sent.isEmpty()
                    ? Outcome.NOT_APPLICABLE
                    : Outcome.when(sent(c.root(), element).anyMatch(sent.get()::equals), sent.get());
        });
    }

    private static Outcome positionsBack(XmlCase form) {
        List<String> asked = sent(form.sent(), "Customer").toList();
        List<String> back = sent(form.root(), "Customer").toList();
        return Outcome.of(
                !asked.isEmpty() && !back.isEmpty(),
                back.stream().filter(b -> !asked.contains(b)).map(b -> "Customer = " + b));
    }

    private static Stream<String> sent(Element root, String element) {
        return root == null
                ? Stream.empty()
                : Dom.all(root).filter(e -> Dom.name(e).equals(element)).map(XmlRules::text);
    }
}
