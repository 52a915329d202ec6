package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koppel.codec.BackOfficeDocuments.golden;
import static org.koppel.codec.BackOfficeDocuments.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.cxml.CxmlOrderResponseReader;
import org.koppel.codec.ubl.UblOrderResponseWriter;
import org.koppel.document.OrderResponse;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.shared.PartyId;

class RenderingTest {

    @Test
    void aPriceWithoutABaseIsNamedWhereTheAnswerIsToBeShownInAnotherFormat() throws Exception {
        String dearer = new String(golden("cxml/back-office-response.xml"), StandardCharsets.UTF_8)
                .replaceFirst(
                        "(?s)type=\"accept\">(\\s*<UnitOfMeasure>EA</UnitOfMeasure>)",
                        "type=\"detail\">$1<UnitPrice><Money currency=\"EUR\">82.50</Money></UnitPrice>");
        List<OrderResponse> read = read(new CxmlOrderResponseReader(), dearer.getBytes(StandardCharsets.UTF_8));
        OrderResponse response = read.get(0);
        Rendering rendering = showing(response);
        UUID any = UUID.randomUUID();

        assertThatThrownBy(() -> rendering.render(any, new UblOrderResponseWriter().format(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "MISSING_FIELD at line " + response.lines().get(0).number() + ", price");
    }

    private static Rendering showing(OrderResponse response) {
        Rendering rendering = new Rendering();
        rendering.archive = new Archive() {
            @Override
            public Optional<ArchivedDocument> byId(UUID id) {
                return Optional.of(
                        ArchivedDocument.in(UUID.randomUUID(), 1, new PartyId("back-office"), response, Instant.EPOCH));
            }
        };
        rendering.codecs = new CodecRegistry() {
            @Override
            public List<DocumentWriter<?>> writersOf(String documentType) {
                return List.of(new UblOrderResponseWriter());
            }
        };
        rendering.customers = new Customers() {
            @Override
            public Optional<Customer> byId(PartyId id) {
                return Optional.empty();
            }
        };
        rendering.suppliers = new Suppliers() {
            @Override
            public Optional<Supplier> known() {
                return Optional.empty();
            }
        };
        return rendering;
    }
}
