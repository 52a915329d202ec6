package org.koppel.fault;

import java.util.Map;

/** An order as a partner keeps it until it is acknowledged: the same bytes at every attempt. */
record SentOrder(String customer, String number, int lines, String document) {
    private static final String LINE = """
            <ItemOut quantity="%d" lineNumber="%d"><ItemID><SupplierPartID>%d</SupplierPartID></ItemID><ItemDetail>\
            <UnitPrice><Money currency="EUR">1.00</Money></UnitPrice><Description xml:lang="en">Item</Description>\
            <UnitOfMeasure>EA</UnitOfMeasure></ItemDetail></ItemOut>
            """;
    private static final String DOCUMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
            <cXML payloadID="%1$s@fault.example" timestamp="2026-01-05T09:00:00+01:00"><Header>
            <From><Credential domain="%2$s"><Identity>%3$s</Identity></Credential></From>
            <To><Credential domain="DUNS"><Identity>supplier</Identity></Credential></To>
            <Sender><Credential domain="%2$s"><Identity>%3$s</Identity><SharedSecret>%4$s</SharedSecret></Credential>
            <UserAgent>ledger</UserAgent></Sender></Header>
            <Request><OrderRequest><OrderRequestHeader orderID="%1$s" orderDate="2026-01-05T08:59:00+01:00" type="new">
            <Total><Money currency="EUR">1.00</Money></Total></OrderRequestHeader>
            %5$s</OrderRequest></Request></cXML>
            """;
    private static final int FIRST_ARTICLE = 100_001;

    /** @param properties where the customer's credentials stand */
    static SentOrder of(Map<String, String> properties, String customer, String number, int lines) {
        StringBuilder items = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            items.append(LINE.formatted(line, line, FIRST_ARTICLE + line - 1));
        }
        String prefix = "customer." + customer + ".cxml.";
        return new SentOrder(
                customer,
                number,
                lines,
                DOCUMENT.formatted(
                        number,
                        properties.get(prefix + "domain"),
                        properties.get(prefix + "identity"),
                        properties.get(prefix + "secret"),
                        items));
    }
}
