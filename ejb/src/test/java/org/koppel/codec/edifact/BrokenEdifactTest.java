package org.koppel.codec.edifact;

import java.nio.charset.StandardCharsets;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;

/** Every way in which a document in EDIFACT can be wrong. */
class BrokenEdifactTest extends BrokenFilesContract {
    /** Faults that are gathered, and that an envelope does not ask for. */
    private static final String FAULTS = """
            BAD_CHARACTER BAD_DATE BAD_VALUE CONTROL_COUNT_WRONG CONTROL_REFERENCE_WRONG COUNT_WRONG ELEMENT_MISSING
            ELEMENT_TOO_LONG ELEMENT_TOO_SHORT ELEMENT_UNEXPECTED REFERENCE_WRONG SEGMENT_MISSING SEGMENT_TOO_OFTEN
            SEGMENT_UNEXPECTED TOO_LONG TOO_SHORT""";

    private static final DocumentReader<?>[] BOTH = {new EdifactD96AReader(), new EdifactD01BReader()};

    BrokenEdifactTest() {
        super(
                "edifact",
                message("broken-invoice-.*", InvoicReading.class, BOTH),
                message("broken-change.*", OrdchgMessage.class, BOTH),
                message("broken-back-office-response.*", OrdrspReading.class, BOTH),
                message("broken-back-office-despatch.*", DesadvReading.class, BOTH),
                message("broken-contrl-.*", ContrlReading.class, BOTH),
                message("broken-aperak-.*", AperakReading.class, BOTH),
                envelope("broken-envelope-.*", new EdifactD96AEnvelopeReader(), new EdifactD01BEnvelopeReader())
                        .without("what is wrong with the messages, their reader says", FAULTS),
                kind("broken-.*", BOTH)
                        .without(
                                "names of faults, whose codes say where",
                                "COUNT_WRONG REFERENCE_WRONG TOO_LONG TOO_SHORT")
                        .without("what the parser is not asked to check", "BAD_VALUE")
                        .without("a message has one currency", "CURRENCY_DIFFERS")
                        .without("elements are shorter than our texts", "TEXT_TOO_LONG")
                        .without(
                                "no element of these has a type or a length that could be",
                                "BAD_DATE ELEMENT_TOO_SHORT"));
    }

    /** What is wrong in one directory is wrong in the other. */
    @Override
    protected byte[] as(Object reader, byte[] content) {
        return reader instanceof EdifactD01BReader
                ? new String(content, StandardCharsets.ISO_8859_1)
                        .replace(":D:96A:", ":D:01B:")
                        .getBytes(StandardCharsets.ISO_8859_1)
                : content;
    }
}
