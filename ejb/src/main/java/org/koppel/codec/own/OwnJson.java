package org.koppel.codec.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.koppel.codec.FormatId;
import org.koppel.document.Document;

/** Our own JSON: the record's fields behind {@code type}. */
final class OwnJson {
    static final FormatId FORMAT = new FormatId("koppel-json");
    static final String MEDIA_TYPE = "application/json; charset=UTF-8";

    private OwnJson() {}

    static void write(Document document, OutputStream out) throws IOException {
        ObjectNode tree = Trees.MAPPER.createObjectNode();
        tree.put(JsonTree.TYPE, document.type());
        tree.setAll((ObjectNode) Trees.MAPPER.valueToTree(document));
        out.write(Trees.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(tree)
                .getBytes(StandardCharsets.UTF_8));
    }
}
