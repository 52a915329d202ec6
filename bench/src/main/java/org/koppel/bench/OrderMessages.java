package org.koppel.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** cXML orders of ten lines as agreed, each with a number of its own, from the demo's customers in turn. */
final class OrderMessages {
    static final int LINES = 10;
    private static final List<String> CUSTOMERS = List.of("bouwgroep", "zorggroep", "ediplus", "amerco");
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final AtomicLong NEXT = new AtomicLong();
    private final Map<String, String> demo;
    private final List<String> customers;

    /** @param demo the values of {@code koppel-demo.properties} */
    OrderMessages(Map<String, String> demo) {
        this(demo, CUSTOMERS);
    }

    /** From these customers only. */
    OrderMessages(Map<String, String> demo, List<String> customers) {
        this.demo = demo;
        this.customers = customers;
    }

    String next() {
        long count = NEXT.incrementAndGet();
        String customer = "customer." + customers.get((int) (count % customers.size())) + ".cxml.";
        String now = OffsetDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "+00:00");
        String credential = "<Credential domain=\"" + demo.get(customer + "domain") + "\"><Identity>"
                + demo.get(customer + "identity") + "</Identity>";
        String address = "<Address isoCountryCode=\"BE\"><Name xml:lang=\"en\">Office</Name><PostalAddress>"
                + "<Street>Kerkstraat 1</Street><City>Gent</City><PostalCode>9000</PostalCode>"
                + "<Country isoCountryCode=\"BE\">Belgium</Country></PostalAddress></Address>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">\n"
                + "<cXML payloadID=\"" + RUN + "." + count + "@buyer.example\" timestamp=\"" + now
                + "\" xml:lang=\"en\">"
                + "<Header><From>" + credential
                + "</Credential></From><To><Credential domain=\"DUNS\"><Identity>supplier"
                + "</Identity></Credential></To><Sender>" + credential + "<SharedSecret>"
                + demo.get(customer + "secret")
                + "</SharedSecret></Credential><UserAgent>bench</UserAgent></Sender></Header>"
                + "<Request deploymentMode=\"production\"><OrderRequest><OrderRequestHeader orderID=\"B-" + RUN + "-"
                + count
                + "\" orderDate=\"" + now
                + "\" type=\"new\"><Total><Money currency=\"EUR\">45.00</Money></Total><ShipTo>"
                + address + "</ShipTo><BillTo>" + address + "</BillTo></OrderRequestHeader>" + items()
                + "</OrderRequest></Request></cXML>";
    }

    private static String items() {
        StringBuilder items = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            items.append("<ItemOut quantity=\"1\" lineNumber=\"")
                    .append(line)
                    .append("\"><ItemID><SupplierPartID>100001</SupplierPartID></ItemID><ItemDetail><UnitPrice>")
                    .append(
                            "<Money currency=\"EUR\">4.50</Money></UnitPrice><Description xml:lang=\"en\">Socket</Description>")
                    .append(
                            "<UnitOfMeasure>EA</UnitOfMeasure><Classification domain=\"UNSPSC\">39121406</Classification>")
                    .append("</ItemDetail></ItemOut>");
        }
        return items.toString();
    }
}
