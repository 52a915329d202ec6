package org.koppel.codec.own;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;

/** All documents in one list. */
@ApplicationScoped
public class OwnJsonJoiner implements FileJoiner {

    @Override
    public Collection<FormatId> formats() {
        return List.of(OwnJson.FORMAT);
    }

    @Override
    public byte[] join(List<byte[]> files, FormatSettings settings) {
        String all = files.stream()
                .map(f -> new String(f, StandardCharsets.UTF_8))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return all.getBytes(StandardCharsets.UTF_8);
    }
}
