package org.koppel.web.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders the templates of {@code src/main/jte}, which the build has compiled; everything is escaped by its context. */
@ApplicationScoped
public class Pages {
    private final TemplateEngine engine = createEngine();

    private static TemplateEngine createEngine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    /**
     * A whole page or fragment as UTF-8.
     *
     * @param template path below {@code src/main/jte}, such as {@code shop/cart.jte}
     * @param model the template's parameters by name
     */
    public byte[] render(String template, Map<String, Object> model) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template, model, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot collect " + template, e);
        }
        return bytes.toByteArray();
    }
}
