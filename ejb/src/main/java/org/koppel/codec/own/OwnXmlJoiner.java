package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** All documents in one {@code Documents}, which the XSD knows as a list. */
@ApplicationScoped
public class OwnXmlJoiner implements FileJoiner {
    private static final String PROLOG_END = "?>";

    @Override
    public Collection<FormatId> formats() {
        return List.of(OwnXml.FORMAT);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) {
        StringBuilder all = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Documents xmlns=\"")
                .append(OwnDocuments.NAMESPACE)
                .append("\">\n");
        for (byte[] file : files) {
            String text = new String(file, StandardCharsets.UTF_8);
            boolean prolog = text.startsWith("<?xml");
            all.append(prolog ? text.substring(text.indexOf(PROLOG_END) + PROLOG_END.length()) : text)
                    .append('\n');
        }
        return all.append("</Documents>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
