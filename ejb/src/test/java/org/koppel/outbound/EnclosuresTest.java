package org.koppel.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.OrderResponses;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reference;
import org.koppel.party.Customer;
import org.koppel.party.Customers;
import org.koppel.platform.Settings;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.shared.PartyId;
import org.koppel.transport.Part;
import org.koppel.transport.TransportId;

/** Files of orders in the mail that confirms them. */
class EnclosuresTest {
    private static final PartyId BUYER = new PartyId("buyer-1");
    private static final TransportId MAIL = new TransportId("mail");
    private static final int MEGABYTE = 1024 * 1024;

    private final Map<UUID, StoredFile> stored = new LinkedHashMap<>();
    private final List<UUID> loaded = new ArrayList<>();
    private String language = "en";
    private final Enclosures enclosures = enclosures();

    @Test
    void filesThatFitGoAlongNamedAfterTheirLine() {
        UUID drawing = file("drawing.pdf", MEGABYTE);

        List<Part> parts = enclosures.of(List.of(confirming(drawing)), MAIL);

        assertThat(parts).extracting(Part::fileName).containsExactly("1-drawing.pdf");
        assertThat(parts.get(0).content()).hasSize(MEGABYTE);
    }

    @Test
    void otherTransportsTakeNone() {
        UUID drawing = file("drawing.pdf", 1);

        assertThat(enclosures.of(List.of(confirming(drawing)), new TransportId("ftp")))
                .isEmpty();
    }

    @Test
    void whatMostMailServersWouldRefuseIsNamedWithItsSizeAndAddressAndNotReadAtAll() {
        UUID plan = file("plan.pdf", 6 * MEGABYTE);
        UUID model = file("model.stp", 5 * MEGABYTE + MEGABYTE / 2);
        UUID photo = file("photo.jpg", 2 * MEGABYTE);

        List<Part> parts = enclosures.of(List.of(confirming(plan, model, photo)), MAIL);

        assertThat(parts).extracting(Part::fileName).containsExactly("1-plan.pdf", "1-photo.jpg", "not-enclosed.txt");
        assertThat(text(parts.get(2)))
                .contains("1-model.stp (5.5 MB)", "https://koppel.example/api/v1/attachments/" + model)
                .doesNotContain("plan.pdf");
        assertThat(loaded).doesNotContain(model);
    }

    @Test
    void theSumCountsForTheWholeMailOfSeveralOrders() {
        UUID first = file("a.pdf", 6 * MEGABYTE);
        UUID second = file("b.pdf", 6 * MEGABYTE);

        List<Part> parts = enclosures.of(List.of(confirming(first), confirming(second, first)), MAIL);

        assertThat(parts).extracting(Part::fileName).containsExactly("1-a.pdf", "not-enclosed.txt");
        assertThat(text(parts.get(1))).contains("1-b.pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|niet-bijgevoegd.txt|11,0 MB|zijn ze niet bijgevoegd",
                "fr|non-joints.txt|11,0 Mo|ils ne sont donc pas joints",
                "de|nicht-beigefuegt.txt|11,0 MB|deshalb sind sie nicht beigefügt"
            })
    void theWordsAreInTheLanguageOfTheCustomer(String of, String name, String size, String words) {
        language = of;
        UUID model = file("model.stp", 11 * MEGABYTE);

        List<Part> parts = enclosures.of(List.of(confirming(model)), MAIL);

        assertThat(parts).extracting(Part::fileName).containsExactly(name);
        assertThat(text(parts.get(0))).contains(size, words, "model.stp");
    }

    private static String text(Part part) {
        assertThat(part.mediaType()).isEqualTo("text/plain; charset=UTF-8");
        return new String(part.content(), StandardCharsets.UTF_8);
    }

    private UUID file(String name, int size) {
        UUID id = UUID.randomUUID();
        stored.put(id, new StoredFile(name, "application/octet-stream", new byte[size]));
        return id;
    }

    private static ArchivedDocument confirming(UUID... files) {
        OrderResponseLine line = OrderResponses.accepted("1");
        List<Reference> references = List.of(files).stream()
                .map(id -> Reference.of(Reference.Kind.ATTACHMENT, id.toString()))
                .toList();
        OrderResponseLine withFiles = new OrderResponseLine(
                line.number(),
                line.status(),
                line.item(),
                line.ordered(),
                line.confirmed(),
                line.deliveryDate(),
                line.backordered(),
                line.backorderDate(),
                line.price(),
                line.orderedPrice(),
                line.amount(),
                line.taxPercent(),
                line.note(),
                line.reasons(),
                references);
        return ArchivedDocument.out(
                BUYER,
                null,
                OrderResponses.aResponse().lines(List.of(withFiles)).build(),
                Instant.EPOCH);
    }

    private Enclosures enclosures() {
        Enclosures made = new Enclosures();
        made.files = new StoredFiles() {
            @Override
            public Optional<StoredFile> byId(String owner, UUID id) {
                loaded.add(id);
                return Optional.ofNullable(stored.get(id)).filter(f -> owner.equals(BUYER.value()));
            }

            @Override
            public Optional<Listed> listed(String owner, UUID id) {
                return Optional.ofNullable(stored.get(id))
                        .filter(f -> owner.equals(BUYER.value()))
                        .map(f -> new Listed(id, f.name(), f.content().length));
            }
        };
        made.customers = new Customers() {
            @Override
            public Optional<Customer> byId(PartyId id) {
                return Optional.of(new Customer() {
                    @Override
                    public String language() {
                        return language;
                    }
                });
            }
        };
        made.settings = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return name.equals("KOPPEL_PUBLIC_URL") ? Optional.of("https://koppel.example") : Optional.empty();
            }
        };
        return made;
    }
}
