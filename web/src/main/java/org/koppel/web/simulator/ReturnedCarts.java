package org.koppel.web.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.koppel.punchout.FormField;
import org.koppel.web.simulator.judge.CxmlMessages;
import org.koppel.web.simulator.judge.Dom;
import org.koppel.web.simulator.judge.OciReturn;
import org.koppel.web.simulator.judge.XmlCase;
import org.w3c.dom.Element;

/** Reads the lines of a returned cart as the buyer's system would: what cannot be read makes no line. */
public final class ReturnedCarts {
    private ReturnedCarts() {}

    /** @param units UN/ECE code by the customer's own code; @param separator of decimals */
    public static List<ReturnedLine> oci(List<FormField> fields, Map<String, String> units, String separator) {
        return OciReturn.of(fields).items().entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue(), units, separator))
                .filter(l -> !l.article().isEmpty())
                .toList();
    }

    private static ReturnedLine line(int index, Map<String, String> item, Map<String, String> units, String separator) {
        String unit = item.getOrDefault("UNIT", "");
        String article = item.getOrDefault("VENDORMAT", "");
        return new ReturnedLine(
                String.valueOf(index),
                article.isEmpty() ? item.getOrDefault("EXT_PRODUCT_ID", "") : article,
                item.getOrDefault("MATNR", ""),
                item.getOrDefault("EXT_QUOTE_ID", ""),
                item.getOrDefault("DESCRIPTION", item.getOrDefault("LONGTEXT", article)),
                item.getOrDefault("QUANTITY", "").replace(separator, "."),
                units.getOrDefault(unit, unit),
                item.getOrDefault("PRICE", "").replace(separator, "."),
                item.getOrDefault("PRICEUNIT", "1"),
                item.getOrDefault("CURRENCY", ""));
    }

    public static List<ReturnedLine> cxml(List<FormField> fields) {
        return fields.stream()
                .filter(f -> f.name().toLowerCase(Locale.ROOT).startsWith("cxml-"))
                .findFirst()
                .flatMap(f -> Dom.parse(CxmlMessages.document(f)))
                .flatMap(root -> Dom.at(root, "Message", "PunchOutOrderMessage"))
                .map(m -> Dom.children(m, "ItemIn").stream()
                        .map(ReturnedCarts::itemIn)
                        .toList())
                .orElse(List.of());
    }

    private static ReturnedLine itemIn(Element item) {
        Optional<Element> money = Dom.at(item, "ItemDetail", "UnitPrice", "Money");
        return new ReturnedLine(
                item.getAttribute("lineNumber"),
                text(item, "ItemID", "SupplierPartID"),
                text(item, "ItemID", "BuyerPartID"),
                text(item, "ItemID", "SupplierPartAuxiliaryID"),
                text(item, "ItemDetail", "Description"),
                item.getAttribute("quantity"),
                text(item, "ItemDetail", "UnitOfMeasure"),
                money.map(m -> m.getTextContent().strip()).orElse(""),
                Dom.at(item, "ItemDetail", "PriceBasisQuantity")
                        .map(b -> b.getAttribute("quantity"))
                        .orElse("1"),
                money.map(m -> m.getAttribute("currency")).orElse(""));
    }

    /** NetPrice is the price of the whole line unless there is a PriceBasis. */
    public static List<ReturnedLine> ids(List<FormField> fields) {
        Optional<Element> root = document(fields, "warenkorb");
        String reference =
                root.map(r -> text(r, "Order", "OrderInfo", "OfferNo")).orElse("");
        String currency = root.map(r -> text(r, "Order", "OrderInfo", "Cur")).orElse("");
        List<Element> items = root.flatMap(r -> Dom.at(r, "Order"))
                .map(o -> Dom.children(o, "OrderItem"))
                .orElse(List.of());
        return items.stream()
                .map(i -> orderItem(i, String.valueOf(items.indexOf(i) + 1), reference, currency))
                .toList();
    }

    private static ReturnedLine orderItem(Element item, String number, String reference, String currency) {
        String basis = text(item, "PriceBasis");
        String price = basis.isEmpty() ? perOne(text(item, "NetPrice"), text(item, "Qty")) : text(item, "NetPrice");
        return new ReturnedLine(
                number,
                text(item, "ArtNo"),
                "",
                reference,
                text(item, "Kurztext"),
                text(item, "Qty"),
                text(item, "QU"),
                price,
                basis.isEmpty() ? "1" : basis,
                currency);
    }

    private static String perOne(String line, String quantity) {
        boolean numbers = line.matches("\\d+(\\.\\d+)?") && quantity.matches("\\d+(\\.\\d+)?");
        return numbers && new BigDecimal(quantity).signum() > 0
                ? new BigDecimal(line)
                        .divide(new BigDecimal(quantity), 6, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : "";
    }

    /** @param field that holds the document */
    public static List<ReturnedLine> peppol(List<FormField> fields, String field) {
        Optional<Element> root = document(fields, field);
        String reference = root.map(r -> text(r, "ID")).orElse("");
        return root.map(r -> Dom.children(r, "CatalogueLine")).orElse(List.of()).stream()
                .map(l -> catalogueLine(l, reference))
                .toList();
    }

    private static ReturnedLine catalogueLine(Element line, String reference) {
        Optional<Element> quantity = Dom.at(line, "RequiredItemLocationQuantity", "DeliveryUnit", "BatchQuantity");
        Optional<Element> amount = Dom.at(line, "RequiredItemLocationQuantity", "Price", "PriceAmount");
        String basis = text(line, "RequiredItemLocationQuantity", "Price", "BaseQuantity");
        return new ReturnedLine(
                text(line, "ID"),
                text(line, "Item", "SellersItemIdentification", "ID"),
                "",
                reference,
                text(line, "Item", "Name"),
                quantity.map(q -> q.getTextContent().strip()).orElse(""),
                quantity.map(q -> q.getAttribute("unitCode")).orElse(""),
                amount.map(a -> a.getTextContent().strip()).orElse(""),
                basis.isEmpty() ? "1" : basis,
                amount.map(a -> a.getAttribute("currencyID")).orElse(""));
    }

    private static Optional<Element> document(List<FormField> fields, String field) {
        return Optional.ofNullable(XmlCase.of(fields, field, List.of(), "").root());
    }

    private static String text(Element element, String... path) {
        return Dom.text(element, path).orElse("");
    }
}
