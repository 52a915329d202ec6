package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FileJoiner;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.transport.Part;

/** Makes one file of several where the format can hold several documents; files of other formats travel side by side. */
@ApplicationScoped
class Joiners {
    @Inject
    @Any
    Instance<FileJoiner> joiners;

    /** Whether a file of the format can hold several documents. */
    boolean joins(FormatId format) {
        return of(format).isPresent();
    }

    private Optional<FileJoiner> of(FormatId format) {
        return joiners.stream().filter(j -> j.formats().contains(format)).findFirst();
    }

    /** Each file that comes of it has the control reference of the first that is in it. @param parts of one format, in order */
    List<Part> join(FormatId format, List<Part> parts, FormatSettings settings) throws DocumentException {
        Optional<FileJoiner> joiner = parts.size() < 2 ? Optional.empty() : of(format);
        if (joiner.isEmpty()) {
            return parts;
        }
        Map<String, List<Part>> alike = new LinkedHashMap<>();
        for (Part part : parts) {
            alike.computeIfAbsent(joiner.get().kind(part.content()), k -> new ArrayList<>())
                    .add(part);
        }
        List<Part> joined = new ArrayList<>();
        for (List<Part> some : alike.values()) {
            byte[] content = joiner.get().join(some.stream().map(Part::content).toList(), settings);
            String name = name(parts, joined.size(), alike.size());
            joined.add(
                    new Part(some.get(0).mediaType(), name, content, some.get(0).control()));
        }
        return joined;
    }

    /** {@code OR-1-and-3-more.csv}; several are numbered. */
    private static String name(List<Part> parts, int index, int files) {
        String first = parts.get(0).fileName();
        int dot = first.lastIndexOf('.');
        String number = files == 1 ? "" : "-" + (index + 1);
        return first.substring(0, dot) + "-and-" + (parts.size() - 1) + "-more" + number + first.substring(dot);
    }
}
