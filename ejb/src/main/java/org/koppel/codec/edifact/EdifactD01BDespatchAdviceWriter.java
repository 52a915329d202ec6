package org.koppel.codec.edifact;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.document.DespatchAdvice;

/** Writes DESADV D.01B. */
@ApplicationScoped
public class EdifactD01BDespatchAdviceWriter extends EdifactWriter<DespatchAdvice> {

    public EdifactD01BDespatchAdviceWriter() {
        super(Edifact.D01B, DespatchAdvice.class);
    }

    @Override
    public void write(DespatchAdvice advice, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        EdifactDespatchAdvice.write(advice, EdifactDespatchAdvice.Version.D01B, settings, out);
    }
}
