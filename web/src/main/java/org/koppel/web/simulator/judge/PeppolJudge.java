package org.koppel.web.simulator.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.koppel.punchout.FormField;

/**
 * The rules of Peppol BIS Punch Out 3 (transaction T77) about the Catalogue that comes back. The official Schematron has judged it
 * before it left; here its main rules are read once more, by other eyes.
 */
public final class PeppolJudge {
    private static final String BIS = "Peppol BIS Punch Out 3.1, ";
    private static final String UBL = "UBL 2.1 Catalogue, ";
    private static final List<String> LINE = List.of(
            "ID",
            "ActionCode",
            "LifeCycleStatusCode",
            "ContractSubdivision",
            "Note",
            "OrderableIndicator",
            "OrderableUnit",
            "ContentUnitQuantity",
            "OrderQuantityIncrementNumeric",
            "MinimumOrderQuantity",
            "MaximumOrderQuantity",
            "WarrantyInformation",
            "PackLevelCode",
            "ContractorCustomerParty",
            "SellerSupplierParty",
            "WarrantyParty",
            "WarrantyValidityPeriod",
            "LineValidityPeriod",
            "ItemComparison",
            "ComponentRelatedItem",
            "AccessoryRelatedItem",
            "RequiredRelatedItem",
            "ReplacementRelatedItem",
            "ComplementaryRelatedItem",
            "ReplacedRelatedItem",
            "RequiredItemLocationQuantity",
            "DocumentReference",
            "Item",
            "KeywordItemProperty",
            "CallForTendersLineReference",
            "CallForTendersDocumentReference");

    private PeppolJudge() {}

    /** @param today at the buyer's */
    public static List<Finding> judge(XmlCase form, LocalDate today) {
        List<Rule<XmlCase>> rules = new ArrayList<>();
        rules.addAll(head(today));
        rules.addAll(lines());
        return Rule.judge(rules, form);
    }

    private static List<Rule<XmlCase>> head(LocalDate today) {
        return List.of(
                XmlRules.echo("docs/peppol-punchout.md: SESSION, BUYER_REFERENCE and CONTRACT come back"),
                XmlRules.readable("Catalogue", UBL + "Catalogue"),
                value("CustomizationID", "urn:fdc:peppol.eu:poacc:trns:punch_out:3"),
                value("ProfileID", "urn:fdc:peppol.eu:poacc:bis:punch_out:3"),
                XmlRules.required("Catalogue", BIS + "tir77", "ID", "IssueDate", "ProviderParty", "ReceiverParty"),
                Rule.of(
                        "t77.date",
                        BIS + "IssueDate is not in the future",
                        c -> c.text("IssueDate")
                                .map(d -> Outcome.when(isPast(d, today), d))
                                .orElse(Outcome.NOT_APPLICABLE)),
                Rule.of(
                        "t77.reference",
                        BIS + "tir77-045: ReceiverParty/Contact/ID is the buyer's reference",
                        PeppolJudge::reference),
                XmlRules.attribute("EndpointID", "schemeID", "\\d{4}", BIS + "EndpointID, ISO 6523 code list (EAS)"));
    }

    private static List<Rule<XmlCase>> lines() {
        return List.of(
                XmlRules.order("CatalogueLine", UBL + "CatalogueLine", LINE),
                Rule.of("t77.line", BIS + "line identifiers are unique", PeppolJudge::lineIds),
                XmlRules.required("CatalogueLine", BIS + "CatalogueLine", "ID", "RequiredItemLocationQuantity", "Item"),
                XmlRules.required("Item", BIS + "Item", "Name", "SellersItemIdentification", "ClassifiedTaxCategory"),
                Rule.of(
                        "t77.price",
                        BIS + "a price is not negative, with its currency",
                        c -> Outcome.of(
                                c.all("PriceAmount").findAny().isPresent(),
                                c.all("PriceAmount")
                                        .filter(a -> CxmlJudge.number(XmlRules.text(a))
                                                        .filter(n -> n.signum() >= 0)
                                                        .isEmpty()
                                                || !a.getAttribute("currencyID").matches("[A-Z]{3}"))
                                        .map(a -> "PriceAmount = " + XmlRules.text(a) + " "
                                                + a.getAttribute("currencyID")))),
                XmlRules.attribute("BatchQuantity", "unitCode", "[A-Z0-9]{2,3}", BIS + "UN/ECE Recommendation 20"),
                Rule.of(
                        "t77.quantity",
                        BIS + "DeliveryUnit/BatchQuantity",
                        c -> Outcome.of(
                                c.all("BatchQuantity").findAny().isPresent(),
                                c.all("BatchQuantity")
                                        .map(XmlRules::text)
                                        .filter(q -> CxmlJudge.number(q)
                                                .filter(n -> n.compareTo(BigDecimal.ZERO) > 0)
                                                .isEmpty()))),
                XmlRules.attribute("ItemClassificationCode", "listID", "[A-Z]{2,3}", BIS + "UNCL 7143"));
    }

    private static Rule<XmlCase> value(String element, String wanted) {
        return new Rule<>(
                "xml.value",
                List.of(element, wanted),
                BIS + element,
                c -> c.root() == null
                        ? Outcome.NOT_APPLICABLE
                        : Outcome.when(
                                c.text(element).filter(wanted::equals).isPresent(),
                                c.text(element).orElse("—")));
    }

    private static boolean isPast(String date, LocalDate today) {
        try {
            return !LocalDate.parse(date).isAfter(today);
        } catch (DateTimeParseException e) {
            return false; // no date at all
        }
    }

    private static Outcome reference(XmlCase form) {
        Optional<String> sent = form.echo().stream()
                .filter(f -> f.name().equals("BUYER_REFERENCE"))
                .map(FormField::value)
                .findFirst();
        return form.root() == null || sent.isEmpty()
                ? Outcome.NOT_APPLICABLE
                : Outcome.when(
                        sent.equals(form.text("ReceiverParty", "Contact", "ID")),
                        form.text("ReceiverParty", "Contact", "ID").orElse("—"));
    }

    private static Outcome lineIds(XmlCase form) {
        Set<String> seen = new HashSet<>();
        return Outcome.of(
                form.all("CatalogueLine").findAny().isPresent(),
                form.all("CatalogueLine")
                        .map(l -> Dom.text(l, "ID").orElse("—"))
                        .filter(id -> !seen.add(id))
                        .map(id -> "CatalogueLine/ID = " + id));
    }
}
