package org.koppel.web.simulator;

import static org.koppel.web.simulator.Operation.BACKGROUND_SEARCH;
import static org.koppel.web.simulator.Operation.BASKET;
import static org.koppel.web.simulator.Operation.CREATE;
import static org.koppel.web.simulator.Operation.DETAIL;
import static org.koppel.web.simulator.Operation.EDIT;
import static org.koppel.web.simulator.Operation.INSPECT;
import static org.koppel.web.simulator.Operation.SOURCING;
import static org.koppel.web.simulator.Operation.VALIDATE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.koppel.punchout.FormField;

/** The buyers' systems that can be played. A further one is a further row. */
public final class BuyerSystems {
    private static final List<Operation> OCI = List.of(CREATE, DETAIL, VALIDATE, BACKGROUND_SEARCH, SOURCING);
    private static final List<Operation> CXML = List.of(CREATE, EDIT, INSPECT, DETAIL);

    private static final List<BuyerSystem> ALL = List.of(
            oci(
                    "sap-srm",
                    "SAP SRM",
                    true,
                    true,
                    "OCI_VERSION=4.0",
                    "OPI_VERSION=1.0",
                    "http_content_charset=UTF-8",
                    "sap-client=100",
                    "~ForceTarget=yes"),
            oci(
                    "sap-s4hana",
                    "SAP S/4HANA",
                    true,
                    false,
                    "OCI_VERSION=4.0",
                    "http_content_charset=UTF-8",
                    "sap-client=100"),
            cxml(
                    "sap-ariba",
                    "SAP Ariba",
                    true,
                    true,
                    "Ariba Buyer",
                    "1.2.014",
                    "User=els.claes",
                    "UniqueName=els.claes",
                    "UserEmail=els.claes@buyer.example",
                    "CostCenter=4711"),
            cxml(
                    "coupa",
                    "Coupa",
                    false,
                    true,
                    "Coupa Procurement 1.0",
                    "1.2.014",
                    "User=els.claes",
                    "UserEmail=els.claes@buyer.example",
                    "FirstName=Els",
                    "LastName=Claes"),
            cxml("jaggaer", "JAGGAER", true, false, "JAGGAER", "1.2.014", "UserEmail=els.claes@buyer.example"),
            cxml("oracle", "Oracle iProcurement", false, false, "Oracle iProcurement", "1.2.008", "User=els.claes"),
            oci("visma-proactive", "Visma ProActive (Spend Cloud)", false, false, "OCI_VERSION=4.0"),
            oci("generic-oci", "OCI", true, true),
            cxml("generic-cxml", "cXML", true, true, "Procurement 1.0", "1.2.014"),
            new BuyerSystem(
                    "ids",
                    "IDS Connect",
                    Protocol.IDS,
                    List.of(CREATE, BASKET, DETAIL, SOURCING),
                    false,
                    List.of(),
                    "",
                    "",
                    true),
            new BuyerSystem(
                    "peppol",
                    "Peppol Punch Out",
                    Protocol.PEPPOL,
                    List.of(CREATE),
                    true,
                    fields("BUYER_REFERENCE=dept. 4"),
                    "",
                    "",
                    true));

    private BuyerSystems() {}

    public static List<BuyerSystem> all() {
        return ALL;
    }

    public static Optional<BuyerSystem> byId(String id) {
        return ALL.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static BuyerSystem oci(String id, String name, boolean framed, boolean confirmed, String... extras) {
        return new BuyerSystem(id, name, Protocol.OCI, OCI, framed, fields(extras), "", "", confirmed);
    }

    private static BuyerSystem cxml(
            String id, String name, boolean framed, boolean confirmed, String userAgent, String dtd, String... extras) {
        return new BuyerSystem(id, name, Protocol.CXML, CXML, framed, fields(extras), userAgent, dtd, confirmed);
    }

    private static List<FormField> fields(String... namesAndValues) {
        return Arrays.stream(namesAndValues)
                .map(f -> f.split("=", 2))
                .map(f -> new FormField(f[0], f[1]))
                .toList();
    }
}
