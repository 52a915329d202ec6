package org.koppel.codec.cebeo;

import java.util.List;
import java.util.Set;
import org.koppel.codec.BrokenFilesContract;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.EnvelopeReader;

/** Every way in which a document in CebeoXML can be wrong. */
class BrokenCebeoTest extends BrokenFilesContract {

    @Override
    protected String folder() {
        return "cebeo";
    }

    @Override
    protected EnvelopeReader envelope(String file) {
        return new CebeoEnvelopeReader();
    }

    @Override
    protected List<DocumentReader<?>> readers() {
        return List.of(new CebeoOrderReader(), new CebeoOrderResponseReader());
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "DUPLICATE_LINE_NUMBER",
                "ENTITY_NOT_ALLOWED",
                "MALFORMED_XML",
                "MISSING_FIELD",
                "QUANTITY_NOT_POSITIVE",
                "TEXT_TOO_LONG",
                "UNKNOWN_UNIT",
                "UNREADABLE_DATE",
                "UNREADABLE_NUMBER",
                "WRONG_CHARSET",
                "WRONG_ROOT");
    }
}
