package org.koppel.codec.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.document.Document;
import org.koppel.document.OrderCancellation;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderLine;
import org.koppel.platform.Json;
import org.koppel.shared.DocumentNumber;

class OrderUpdateTest {

    @Test
    void anUpdateIsTheWholeOrderWithoutItsDeletedLines() throws Exception {
        OrderChange change = read(new CxmlOrderChangeReader(), Golden.text("order-update"));

        assertThat(change.number()).isEqualTo(new DocumentNumber("4711"));
        assertThat(change.revision()).isEqualTo("2");
        assertThat(change.complete()).isTrue();
        assertThat(change.content().lines()).extracting(OrderLine::number).containsExactly("1");
        assertThat(Json.read(Json.write(change), OrderChange.class)).isEqualTo(change);
    }

    @Test
    void aDeleteTakesTheOrderBackAndNeedsNoLines() throws Exception {
        assertThat(read(new CxmlOrderCancellationReader(), Golden.text("order-delete")))
                .isEqualTo(new OrderCancellation(
                        new DocumentNumber("4711"),
                        "3",
                        OffsetDateTime.parse("2026-01-06T08:59:00+01:00"),
                        new DocumentNumber("4711"),
                        false,
                        "Ordered by mistake"));
    }

    @Test
    void whatAnUpdateCannotSayIsNamed() {
        String blocked = Golden.text("order-update").replace("operation=\"delete\"", "operation=\"block\"");

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(new CxmlOrderChangeReader(), blocked));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "line 2, ItemOut/@operation"));
    }

    @Test
    void aDeletedLineMayBeOfNothing() throws Exception {
        String update = Golden.text("order-update");
        String nothing = update.replace("quantity=\"2\" lineNumber=\"2\"", "quantity=\"0\" lineNumber=\"2\"");

        assertThat(nothing).isNotEqualTo(update);
        assertThat(read(new CxmlOrderChangeReader(), nothing)).isEqualTo(read(new CxmlOrderChangeReader(), update));
    }

    @Test
    void aPartOfAnotherLineIsNotOrderedBesideItUnlessItGoesAway() throws Exception {
        String update = Golden.text("order-update");
        String part = update.replace(
                "quantity=\"4\" lineNumber=\"1\"", "quantity=\"4\" lineNumber=\"1\" parentLineNumber=\"2\"");
        String gone = update.replace("lineNumber=\"2\"", "lineNumber=\"2\" parentLineNumber=\"1\"");

        DocumentException refused =
                catchThrowableOfType(DocumentException.class, () -> read(new CxmlOrderChangeReader(), part));

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("UNSUPPORTED_VALUE", "line 1, ItemOut/@parentLineNumber"));
        assertThat(read(new CxmlOrderChangeReader(), gone)).isEqualTo(read(new CxmlOrderChangeReader(), update));
    }

    @Test
    void aDeletedLineIsNotAskedForItsSchedule() throws Exception {
        String parts =
                "<ScheduleLine quantity=\"1\" requestedDeliveryDate=\"2026-12-01\"><UnitOfMeasure>EA</UnitOfMeasure></ScheduleLine>";
        String update = Golden.text("order-update");
        int deleted = update.lastIndexOf("</ItemOut>");

        assertThat(read(new CxmlOrderChangeReader(), update.substring(0, deleted) + parts + update.substring(deleted)))
                .isEqualTo(read(new CxmlOrderChangeReader(), update));
    }

    @Test
    void theEnvelopeKnowsWhatItIs() throws Exception {
        assertThat(Golden.envelope(Golden.text("order-update")).documentClass()).contains(OrderChange.class);
        assertThat(Golden.envelope(Golden.text("order-update").replace("type=\"update\"", "type=\"change\""))
                        .kind())
                .isEqualTo("OrderRequest/update");
        assertThat(Golden.envelope(Golden.text("order-delete")).documentClass()).contains(OrderCancellation.class);
    }

    private static <T extends Document> T read(DocumentReader<T> reader, String content) throws Exception {
        List<T> documents = new ArrayList<>();
        reader.read(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                FormatSettings.DEFAULT,
                documents::add);
        return documents.get(0);
    }
}
