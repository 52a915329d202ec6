package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.BackOfficeDocuments.assertSame;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;
import static org.koppel.codec.BackOfficeDocuments.written;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.koppel.codec.BackOfficeContract;
import org.koppel.codec.DespatchAdvices;
import org.koppel.codec.OrderResponses;
import org.koppel.codec.OutgoingOrders;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.PartnerReceipt;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.platform.Json;
import org.koppel.shared.Money;

/** Confirmations and ship notices as a back office sends them. */
class BackOfficeCxmlTest extends BackOfficeContract {
    private static final String[] CHANNEL = {"cxml.from", "DUNS:1", "cxml.to", "DUNS:2"};

    @Override
    protected List<Document> both() throws Exception {
        return List.of(
                read(new CxmlOrderResponseReader(), golden("cxml/back-office-response.xml"))
                        .get(0),
                read(new CxmlDespatchAdviceReader(), golden("cxml/back-office-despatch.xml"))
                        .get(0));
    }

    @Test
    void theEnvelopeTellsWhatTheyAre() throws Exception {
        assertThat(kind("back-office-response.xml")).contains(OrderResponse.class);
        assertThat(kind("back-office-despatch.xml")).contains(DespatchAdvice.class);
    }

    private static Optional<Class<? extends Document>> kind(String file) throws Exception {
        return new CxmlEnvelopeReader()
                .read(new ByteArrayInputStream(golden("cxml/" + file)))
                .documentClass();
    }

    @Test
    void theExamplesAreValid() {
        CxmlDtd.valid(text(golden("cxml/back-office-response.xml")));
        CxmlDtd.valid(text(golden("cxml/back-office-despatch.xml")));
    }

    @Test
    void whatWeWriteIsReadAgain() throws Exception {
        OrderResponse response = OrderResponses.aResponse().build();
        DespatchAdvice advice = DespatchAdvices.anAdvice();

        assertSame(
                (OrderResponse)
                        read(new CxmlOrderResponseReader(), written(new CxmlOrderResponseWriter(), response, CHANNEL))
                                .get(0),
                response);
        assertSame(
                (DespatchAdvice)
                        read(new CxmlDespatchAdviceReader(), written(new CxmlDespatchAdviceWriter(), advice, CHANNEL))
                                .get(0),
                advice);
    }

    @Test
    void aPriceOfAConfirmationIsForAsManyUnitsAsTheOrderSays() throws Exception {
        String dearer = text(golden("cxml/back-office-response.xml"))
                .replaceFirst(
                        "(?s)type=\"accept\">(\\s*<UnitOfMeasure>EA</UnitOfMeasure>)",
                        "type=\"detail\">$1<UnitPrice><Money currency=\"EUR\">82.50</Money></UnitPrice>");

        OrderResponse read =
                (OrderResponse) read(new CxmlOrderResponseReader(), dearer.getBytes(StandardCharsets.UTF_8))
                        .get(0);

        Price price = read.lines().get(0).price();
        Price perHundred = new Price(Money.of("80.00", "EUR"), new BigDecimal("100"));
        assertThat(price.withBaseOf(perHundred)).isEqualTo(new Price(Money.of("82.50", "EUR"), new BigDecimal("100")));
        assertThat(read.lines().get(1).price().baseQuantity()).isEqualByComparingTo("100"); // ItemIn has its own
        assertThat(Json.read(Json.write(read), OrderResponse.class)).isEqualTo(read);
    }

    @Test
    void anOrderIsRefusedAsAWholeWithoutLines() throws Exception {
        String refused = text(golden("cxml/back-office-response.xml"))
                .replaceAll("(?s)<ConfirmationItem.*</ConfirmationItem>", "")
                .replace("type=\"detail\" noticeDate", "type=\"reject\" noticeDate")
                .replace("</ConfirmationHeader>", "<Comments>Not sold to you</Comments></ConfirmationHeader>");

        OrderResponse read =
                (OrderResponse) read(new CxmlOrderResponseReader(), refused.getBytes(StandardCharsets.UTF_8))
                        .get(0);

        assertThat(read.status()).isEqualTo(LineStatus.REJECTED);
        assertThat(read.lines()).isEmpty();
        assertThat(read.reasons()).extracting(Reason::text).containsExactly("Not sold to you");
    }

    @Test
    void aReceiptOfAnOrderNamesTheOrderByItsPayloadId() throws Exception {
        String order = text(written(new CxmlOrderWriter(), OutgoingOrders.anOrder(), CHANNEL));
        String payload = order.replaceAll("(?s).*payloadID=\"([^\"]*)\".*", "$1");
        String receipt = text(golden("cxml/status-update.xml"))
                .replaceAll(
                        "DocumentReference payloadID=\"[^\"]*\"", "DocumentReference payloadID=\"" + payload + "\"");

        PartnerReceipt read =
                (PartnerReceipt) read(new CxmlStatusUpdateReader(), receipt.getBytes(StandardCharsets.UTF_8))
                        .get(0);

        assertThat(read.answers().value()).isEqualTo("4711");
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
