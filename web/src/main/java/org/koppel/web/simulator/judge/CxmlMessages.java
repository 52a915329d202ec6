package org.koppel.web.simulator.judge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.koppel.punchout.FormField;

/** What the DTD of cXML 1.2 says about the documents of a punch-out. */
public final class CxmlMessages {
    static final List<String> ITEM_IN = List.of(
            "ItemID",
            "Path",
            "ItemDetail",
            "SupplierID",
            "SupplierList",
            "ShipTo",
            "Shipping",
            "Tax",
            "SpendDetail",
            "Distribution",
            "Contact",
            "Comments",
            "ScheduleLine",
            "BillTo",
            "Batch",
            "Period",
            "DateInfo",
            "Extrinsic");
    static final List<String> ITEM_ID =
            List.of("SupplierPartID", "SupplierPartAuxiliaryID", "BuyerPartID", "IdReference");
    static final List<String> ITEM_DETAIL = List.of(
            "UnitPrice",
            "Description",
            "OverallLimit",
            "ExpectedLimit",
            "UnitOfMeasure",
            "PriceBasisQuantity",
            "Classification",
            "ManufacturerPartID",
            "ManufacturerName",
            "URL",
            "LeadTime",
            "Dimension",
            "ItemDetailIndustry",
            "AttachmentReference",
            "PlannedAcceptanceDays",
            "Extrinsic");
    static final List<String> MESSAGE = List.of("BuyerCookie", "PunchOutOrderMessageHeader", "ItemIn");
    static final List<String> MESSAGE_HEADER =
            List.of("SourcingStatus", "Total", "ShipTo", "Shipping", "Tax", "SupplierOrderInfo");
    static final List<String> HEADER = List.of("From", "To", "Sender", "Path", "OriginalDocument");

    private CxmlMessages() {}

    /** The document in the field; one in Base64 that cannot be decoded is empty. */
    public static String document(FormField field) {
        if (!field.name().toLowerCase(Locale.ROOT).equals("cxml-base64")) {
            return field.value();
        }
        try {
            return new String(Base64.getMimeDecoder().decode(field.value()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // judged as not readable
        }
    }
}
