package org.koppel.codec.cxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.DespatchAdvice;
import org.koppel.shared.Units;

/** Writes a cXML 1.2 {@code ShipNoticeRequest}. An order that did not come by cXML has no payloadID and cannot be answered so. */
@ApplicationScoped
public class CxmlDespatchAdviceWriter extends CxmlRequestWriter<DespatchAdvice> {

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        Problems problems = new Problems();
        RequestWriter.required(
                problems,
                advice.orderMessageId(),
                "OrderReference/DocumentReference/@payloadID",
                "the order came in another format; answer it in that one");
        problems.throwIfAny();
        ShipNoticePart notice =
                new ShipNoticePart(advice, Dtd.FULFILL.version(settings), UnitSpelling.of(settings, Units::each));
        new RequestWriter(Dtd.FULFILL, settings).write(advice, advice.issuedAt(), advice.test(), notice::write, out);
    }
}
