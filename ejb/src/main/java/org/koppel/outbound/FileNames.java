package org.koppel.outbound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Names of files of which none takes the place of another one. */
final class FileNames {
    private static final int OF_THE_ID = 8;

    private FileNames() {}

    /** {@code OR-1-1a2b3c4d.csv}, {@code OR-1-1a2b3c4d-2.pdf}: no other delivery's, and the same at every attempt of this one. */
    static List<Written> own(UUID delivery, List<Written> files) {
        String mark = "-" + delivery.toString().substring(0, OF_THE_ID);
        List<Written> named = new ArrayList<>();
        for (Written file : files) {
            int position = named.size() + 1;
            named.add(marked(file, position == 1 ? mark : mark + "-" + position));
        }
        return named;
    }

    /** As they are, but for those whose name came before: {@code OR-1-2.xml}. */
    static List<Written> distinct(List<Written> files) {
        Set<String> taken = new HashSet<>();
        List<Written> named = new ArrayList<>();
        for (Written file : files) {
            Written own = file;
            for (int i = 2; !taken.add(own.part().fileName().toLowerCase(Locale.ROOT)); i++) {
                own = marked(file, "-" + i);
            }
            named.add(own);
        }
        return named;
    }

    private static Written marked(Written file, String mark) {
        String name = file.part().fileName();
        int end = name.lastIndexOf('.');
        return file.named(end < 0 ? name + mark : name.substring(0, end) + mark + name.substring(end));
    }
}
