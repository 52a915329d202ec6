package org.koppel.codec.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.codec.ubl.PeppolOrderWritersTest.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Invoices;
import org.koppel.codec.Problem;
import org.koppel.codec.ubl.PeppolReleases.Release;

/** Which release of the rules of Peppol counts on which day, and what the next one will object to. */
class PeppolReleasesTest {
    /** Release 2025.11 is in force, 2026.5 follows on 17 August. */
    private static final Instant JUNE = Instant.parse("2026-06-15T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025.5, 2025.11", // before the oldest that is known
        "2026-02-22, 2025.5, 2025.11",
        "2026-02-23, 2025.11, 2026.5",
        "2026-08-16, 2025.11, 2026.5",
        "2026-08-17, 2026.5,",
    })
    void theReleaseIsChosenByTheDay(String day, String inForce, String next) {
        Instant at = Instant.parse(day + "T00:00:00Z");

        assertThat(PeppolReleases.inForce(PeppolDocument.ORDER, at).name()).isEqualTo(inForce);
        assertThat(PeppolReleases.next(PeppolDocument.ORDER, at)
                        .map(Release::name)
                        .orElse(null))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(PeppolDocument.class)
    void everyDocumentHasRulesInEveryRelease(PeppolDocument type) {
        for (String day : List.of("2025-09-01", "2026-06-15", "2026-11-22")) {
            assertThat(PeppolReleases.inForce(type, Instant.parse(day + "T00:00:00Z"))
                            .rules())
                    .isNotNull();
        }
    }

    @Test
    void whatTheNextReleaseRefusesIsForeseenAndNotFatal() throws Exception {
        byte[] xml = invoiceWithTwoOriginators();

        assertThat(at(JUNE).check(PeppolDocument.INVOICE, xml)).noneMatch(PeppolFinding::fatal);
        assertThat(at(JUNE).foreseen(PeppolDocument.INVOICE, xml))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.fatal()).isFalse();
                    assertThat(f.rule()).isEqualTo("UBL-SR-56");
                    assertThat(f.text()).startsWith("From 2026-08-17 on (release 2026.5): ");
                });
        assertThat(at(Instant.parse("2026-08-17T00:00:00Z")).check(PeppolDocument.INVOICE, xml))
                .filteredOn(PeppolFinding::fatal)
                .extracting(PeppolFinding::rule)
                .containsExactly("UBL-SR-56");
    }

    @Test
    void aWriterWarnsOfIt() throws Exception {
        PeppolInvoiceWriter writer = new PeppolInvoiceWriter();
        writer.rules = at(JUNE);

        assertThat(writer.warnings(Invoices.anInvoice(), invoiceWithTwoOriginators()))
                .extracting(Problem::code)
                .containsExactly("UBL-SR-56");
        assertThat(writer.warnings(Invoices.anInvoice(), invoice())).isEmpty();
    }

    @Test
    void whileNoNextReleaseIsKnownNothingIsForeseen() throws Exception {
        assertThat(at(Instant.parse("2100-01-01T00:00:00Z"))
                        .foreseen(PeppolDocument.INVOICE, invoiceWithTwoOriginators()))
                .isEmpty();
    }

    private static PeppolRules at(Instant time) {
        return new PeppolRules(Clock.fixed(time, ZoneOffset.UTC));
    }

    private static byte[] invoice() throws Exception {
        PeppolInvoiceWriter writer = new PeppolInvoiceWriter();
        writer.rules = new PeppolRules();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(Invoices.anInvoice(), FormatSettings.DEFAULT, out);
        return out.toByteArray();
    }

    private static byte[] invoiceWithTwoOriginators() throws Exception {
        String originator =
                "<cac:OriginatorDocumentReference><cbc:ID>LOT-%d</cbc:ID></cac:OriginatorDocumentReference>";
        return text(invoice())
                .replace(
                        "<cac:ContractDocumentReference>",
                        originator.formatted(1) + originator.formatted(2) + "<cac:ContractDocumentReference>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
