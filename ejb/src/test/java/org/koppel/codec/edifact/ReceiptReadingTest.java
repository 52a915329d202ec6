package org.koppel.codec.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.codec.Problem;
import org.koppel.document.PartnerReceipt;
import org.koppel.shared.DocumentNumber;

class ReceiptReadingTest {
    private final EdifactGolden read = EdifactGolden.read("receipts.edi");

    @Test
    void contrlNamesTheInterchangeThatItAcceptsOrRejects() {
        assertThat(read.problems).isEmpty();
        assertThat(read.documents.get(0))
                .isEqualTo(
                        new PartnerReceipt(new DocumentNumber("CONTRL-4711"), "CONTRL", "4711", null, true, List.of()));
        assertThat(read.documents.get(1))
                .isEqualTo(new PartnerReceipt(
                        new DocumentNumber("CONTRL-4712"),
                        "CONTRL",
                        "4712",
                        null,
                        false,
                        List.of("UCM 1 rejected", "segment 7: error 13"),
                        null,
                        true));
    }

    @Test
    void aperakNamesTheDocumentThatItRejectsAndWhy() {
        assertThat(read.documents.get(2))
                .isEqualTo(new PartnerReceipt(
                        new DocumentNumber("AP-1"),
                        "APERAK",
                        null,
                        new DocumentNumber("OR-4500"),
                        false,
                        List.of("error 12", "Price differs from contract")));
    }

    @Test
    void aRefusedInterchangeIsRefusedAsAWhole() {
        String whole = new String(EdifactGolden.bytes("receipts.edi"), StandardCharsets.ISO_8859_1)
                .replaceFirst("UCI\\+4712\\+([^']*)\\+7'", "UCI+4712+$1+4'");

        PartnerReceipt read = (PartnerReceipt) EdifactGolden.read(whole.getBytes(StandardCharsets.ISO_8859_1))
                .documents
                .get(1);

        assertThat(read.accepted()).isFalse();
        assertThat(read.partly()).isFalse();
    }

    @Test
    void aperakTellsTheTypeOfTheDocumentByTheQualifierOfItsNumber() {
        String invoice = new String(EdifactGolden.bytes("receipts.edi"), StandardCharsets.ISO_8859_1)
                .replace("RFF+ACW:OR-4500'", "RFF+IV:OR-4500'");

        PartnerReceipt read = (PartnerReceipt) EdifactGolden.read(invoice.getBytes(StandardCharsets.ISO_8859_1))
                .documents
                .get(2);

        assertThat(read.answeredType()).isEqualTo("Invoice");
    }

    @Test
    void receiptsAreNotAnsweredAgain() {
        assertThat(read.receipt).isNull();
    }

    @Test
    void aReceiptThatNamesNothingIsRefused() {
        String nameless = new String(EdifactGolden.bytes("receipts.edi"), StandardCharsets.ISO_8859_1)
                .replace("RFF+ACW:OR-4500'", "RFF+ZZZ:OR-4500'");

        EdifactGolden broken = EdifactGolden.read(nameless.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(broken.problems)
                .extracting(Problem::code, Problem::location)
                .containsExactly(tuple("MISSING_FIELD", "message 3, segment 7 UNT"));
    }
}
