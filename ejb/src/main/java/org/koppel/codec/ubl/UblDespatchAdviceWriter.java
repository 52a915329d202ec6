package org.koppel.codec.ubl;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.DespatchAdvice;
import org.koppel.shared.UnitCode;

/** Writes plain UBL 2.1 {@code DespatchAdvice}. */
@ApplicationScoped
public class UblDespatchAdviceWriter implements DocumentWriter<DespatchAdvice> {

    @Override
    public FormatId format() {
        return Ubl.FORMAT;
    }

    @Override
    public Class<DespatchAdvice> documentClass() {
        return DespatchAdvice.class;
    }

    @Override
    public String mediaType() {
        return Ubl.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(DespatchAdvice document, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        String xml = DespatchAdvicePart.write(
                document,
                UnitSpelling.of(settings, UnitCode::value),
                Endpoints.of(settings, Endpoints.SELLER, document.seller()).orElse(null),
                Endpoints.of(settings, Endpoints.BUYER, document.buyer()).orElse(null));
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
