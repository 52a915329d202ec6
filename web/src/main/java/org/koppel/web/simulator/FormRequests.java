package org.koppel.web.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.punchout.FormField;

/** Writes the forms that buyers' systems open the shop with: OCI, IDS Connect, Peppol Punch Out. */
final class FormRequests {
    /** Stands where a password will stand. */
    static final String COVERED = "********";

    private FormRequests() {}

    /** @param names the customer's name of a parameter by its standard name */
    static List<FormField> oci(Wish wish, Coupling who, Map<String, String> names) {
        List<FormField> fields = new ArrayList<>();
        fields.add(new FormField("USERNAME", text(who.username())));
        fields.add(new FormField("PASSWORD", COVERED));
        if (wish.operation() != Operation.CREATE) {
            fields.add(new FormField("FUNCTION", wish.operation().name()));
        }
        switch (wish.operation()) {
            case DETAIL -> fields.add(new FormField("PRODUCTID", wish.article()));
            case VALIDATE -> fields.addAll(products(wish));
            case SOURCING, BACKGROUND_SEARCH -> fields.add(new FormField("SEARCHSTRING", wish.words()));
            default -> {} // the plain call
        }
        fields.add(new FormField("HOOK_URL", wish.hook()));
        fields.addAll(control(wish));
        fields.add(new FormField("LANGUAGE", wish.language()));
        fields.add(new FormField("returntarget", wish.target()));
        fields.addAll(wish.system().extras());
        return fields.stream()
                .map(f -> new FormField(called(f.name(), names), f.value()))
                .toList();
    }

    /** One plainly, several with their index: {@code PRODUCTID[1]}. */
    private static List<FormField> products(Wish wish) {
        List<String> articles = wish.articles();
        List<String> quantities = wish.quantities();
        List<FormField> fields = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            String index = articles.size() == 1 ? "" : "[" + (i + 1) + "]";
            fields.add(new FormField("PRODUCTID" + index, articles.get(i)));
            fields.add(new FormField("QUANTITY" + index, i < quantities.size() ? quantities.get(i) : "1"));
        }
        return fields;
    }

    private static String called(String name, Map<String, String> names) {
        String plain = name.replaceFirst("\\[.*", "");
        return names.getOrDefault(plain, plain) + name.substring(plain.length());
    }

    /** The fields of SAP's ITS, which come back as they are. */
    static List<FormField> control(Wish wish) {
        return List.of(
                new FormField("~OkCode", "ADDI"),
                new FormField("~TARGET", wish.target()),
                new FormField("~CALLER", "CTLG"));
    }

    static List<FormField> ids(Wish wish, Coupling who) {
        List<FormField> fields = new ArrayList<>();
        fields.add(new FormField("kndnr", text(who.idsNumber())));
        fields.add(new FormField("name_kunde", text(who.username())));
        fields.add(new FormField("pw_kunde", COVERED));
        fields.add(new FormField("version", "2.5"));
        fields.add(new FormField(
                "action",
                switch (wish.operation()) {
                    case BASKET -> "WKS";
                    case DETAIL -> "ADL";
                    case SOURCING -> "AS";
                    default -> "WKE";
                }));
        switch (wish.operation()) {
            case BASKET -> fields.add(new FormField("warenkorb", basket(wish)));
            case DETAIL -> fields.add(new FormField("ghnummer", wish.article()));
            case SOURCING -> fields.add(new FormField("searchterm", wish.words()));
            default -> {} // nothing else
        }
        fields.add(new FormField("hookurl", wish.hook()));
        fields.add(new FormField("target", wish.target()));
        return fields;
    }

    private static String basket(Wish wish) {
        String quantity = wish.quantity().isEmpty() ? "1" : wish.quantity();
        XmlText xml = new XmlText();
        xml.open("Warenkorb", "xmlns", "http://www.itek.de/Shop-Anbindung/Warenkorb/");
        xml.open("WarenkorbInfo").element("Version", "2.5").close();
        xml.open("Order").open("OrderInfo");
        xml.element("PartNo", "SIM-1").element("ModeOfShipment", "Lieferung").element("Kommission", "Simulator");
        xml.close().open("OrderItem");
        xml.open("RefItems")
                .element("Customer", "01.01")
                .element("Supplier", "")
                .close();
        xml.element("ArtNo", wish.article()).element("Qty", quantity).element("QU", "PCE");
        return xml.close().close().close().toString();
    }

    static List<FormField> peppol(Wish wish, Coupling who, String session) {
        List<FormField> fields = new ArrayList<>();
        fields.add(new FormField("USERNAME", text(who.username())));
        fields.add(new FormField("PASSWORD", COVERED));
        fields.add(new FormField("HOOK_URL", wish.hook()));
        fields.add(new FormField("SESSION", session));
        fields.addAll(wish.system().extras());
        fields.add(new FormField("LANGUAGE", wish.language()));
        fields.add(new FormField("RETURNTARGET", wish.target()));
        return fields;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
