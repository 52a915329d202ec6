package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.run.Demo;

/** Interchanges of EDIFACT and X12 come in by HTTP; their orders are answered by SFTP, and so is the interchange itself. */
class InterchangeIT {
    private final Koppel koppel = Koppel.running();
    private final PurchaseOrders orders = new PurchaseOrders(koppel);
    private final Demo demo = RunningKoppel.demo();
    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @Test
    void anEdifactOrderIsAnsweredByAnOrdrspThatRepeatsItsReferences() throws Exception {
        HttpResponse<String> answer = post("ediplus", edifact("", Interchange.order("1", "E" + mark, "QTY+21:5:PCE'")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        JsonNode order = orders.answered("E" + mark);
        assertThat(order.path("customer").asText()).isEqualTo("ediplus");
        String path = "/api/v1/documents/" + orders.confirmation(order) + "/content?format=edifact-d96a";
        assertThat(new String(koppel.file(path), StandardCharsets.ISO_8859_1))
                .contains("ORDRSP:D:96A", "RFF+ON:E" + mark + "'", "RFF+CT:RV-7'", "RFF+ADE:KST ?+ 4711'", "LIN+10+");
        assertThat(arrived("OR-E" + mark + ".edi"))
                .contains("UNB+UNOC:3+SUPPLIER:14+EDIPLUS:14+", "RFF+ADE:KST ?+ 4711'", "QTY+21:5:PCE'");
    }

    @Test
    void pricesWithoutACurrencyAreInThatOfTheCustomersAgreement() throws Exception {
        currencyOfEdiplus("CHF");
        try {
            Koppel.noticeAgreements();
            String silent = Interchange.order("1", "C" + mark, "QTY+21:5:PCE'PRI+AAA:7.5'")
                    .replace("CUX+2:EUR:9'", "")
                    .replace("100001", "NOTSOLD"); // agreed prices stay in euro
            HttpResponse<String> answer = post("ediplus", edifact("", silent));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

            JsonNode order = orders.answered("C" + mark);
            JsonNode read =
                    koppel.api("/api/v1/documents/" + order.path("document").asText() + "/content?format=json");
            assertThat(read.path("currency").asText()).isEqualTo("CHF");
            assertThat(read.at("/lines/0/price/amount/currency").asText()).isEqualTo("CHF");
        } finally {
            currencyOfEdiplus("EUR");
            Koppel.noticeAgreements();
        }
    }

    private void currencyOfEdiplus(String code) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        koppel.property("jdbc.url"), koppel.property("jdbc.user"), koppel.property("jdbc.password"));
                PreparedStatement statement =
                        connection.prepareStatement("update customer set currency = ? where id = 'ediplus'")) {
            statement.setString(1, code);
            statement.executeUpdate();
        }
    }

    @Test
    void aWrongMessageIsRefusedAloneAndItsSenderIsToldByContrl() throws Exception {
        HttpResponse<String> answer = post(
                "ediplus",
                edifact(
                        "",
                        Interchange.order("1", "F" + mark, "QTY+21:1:PCE'"),
                        Interchange.order("2", "G" + mark, "QTY+21:two:PCE'"),
                        Interchange.order("3", "H" + mark, "QTY+21:2:PCE'")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        orders.answered("F" + mark);
        orders.answered("H" + mark);
        String message = Koppel.json(answer).path("id").asText();
        JsonNode stored = Koppel.await(
                "the message to be worked on",
                () -> koppel.api("/api/v1/messages/" + message),
                m -> m.path("status").asText().equals("PARTLY_PROCESSED"));
        assertThat(stored.toString()).contains("UNREADABLE_NUMBER");
        assertThat(koppel.api("/api/v1/orders?number=G" + mark).path("items")).isEmpty();
        assertThat(arrived("ACK-" + mark + ".edi"))
                .contains("CONTRL:D:3:UN", "UCI+" + mark + "+EDIPLUS:14+SUPPLIER:14+7'")
                .contains("UCM+2+ORDERS:D:96A:UN:EAN008+4'")
                .doesNotContain("UCM+1", "UCM+3");
    }

    @Test
    void aTestInterchangeMakesTestOrders() throws Exception {
        assertThat(post("ediplus", edifact("++++++1", Interchange.order("1", "T" + mark, "QTY+21:1:PCE'")))
                        .statusCode())
                .isEqualTo(202);

        assertThat(orders.answered("T" + mark).path("test").asBoolean()).isTrue();
    }

    @Test
    void theSameControlReferenceWithOtherContentIsAConflictAndTheSameContentIsNot() {
        String first = edifact("", Interchange.order("1", "C" + mark, "QTY+21:1:PCE'"));
        assertThat(post("ediplus", first).statusCode()).isEqualTo(202);
        assertThat(post("ediplus", first).statusCode()).isEqualTo(200);
        assertThat(post("ediplus", edifact("", Interchange.order("1", "D" + mark, "QTY+21:1:PCE'")))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anInterchangeThatNamesAnotherCustomerIsNotTakenFromThisOne() {
        HttpResponse<String> answer = post("amerco", edifact("", Interchange.order("1", "Z" + mark, "QTY+21:1:PCE'")));

        assertThat(answer.statusCode()).isBetween(401, 422);
        assertThat(answer.body()).contains("UNKNOWN_SENDER");
    }

    @Test
    void anX12OrderIsAnsweredBy855And997() throws Exception {
        HttpResponse<String> answer = post("amerco", x12("PO1*1*5*EA***VN*100001~"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        JsonNode order = orders.answered("X" + mark);
        String path = "/api/v1/documents/" + orders.confirmation(order) + "/content?format=x12-4010";
        assertThat(new String(koppel.file(path), StandardCharsets.ISO_8859_1))
                .contains("ST*855*0001", "BAK*00*", "*X" + mark + "*", "REF*RQ*REQ 7~", "PO1*1*5*EA*", "ACK*I");
        assertThat(arrived("OR-X" + mark + ".x12"))
                .startsWith("ISA*00*          *00*          *ZZ*SUPPLIER       *ZZ*AMERCO         *");
        assertThat(arrived("ACK-" + control() + ".x12")).contains("ST*997*0001", "AK1*PO*7~", "AK9*A*1*1*1~");
    }

    @Test
    void anX12OrderThatIsWrongIsRefusedWithItsPlace() {
        HttpResponse<String> answer = post("amerco", x12("PO1*1*0*EA***VN*100001~"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Koppel.json(answer).path("problems").findValuesAsText("code"))
                .containsExactly("QUANTITY_NOT_POSITIVE");
    }

    private String edifact(String behindReference, String... messages) {
        return Interchange.of(mark, behindReference, messages);
    }

    /** ISA13, which is made of digits only. */
    private String control() {
        return String.format("%09d", Long.parseLong(mark, 16));
    }

    private String x12(String line) {
        return "ISA*00*          *00*          *ZZ*AMERCO         *ZZ*SUPPLIER       *261121*0930*U*00401*" + control()
                + "*0*P*>~GS*PO*AMERCO*SUPPLIER*20261121*0930*7*X*004010~ST*850*0001~BEG*00*SA*X" + mark
                + "**20261121~CUR*BY*EUR~REF*RQ*REQ 7~N1*ST*Amerco Plant 1*92*PLANT1~" + line
                + "CTT*1~SE*8*0001~GE*1*7~IEA*1*" + control() + "~";
    }

    /** A file on the customer's SFTP server. */
    private String arrived(String name) throws Exception {
        return Files.readString(Arrived.in(demo.sftp().directory(), name), StandardCharsets.ISO_8859_1);
    }

    private HttpResponse<String> post(String customer, String interchange) {
        return Interchange.post(koppel, customer, interchange);
    }
}
