package org.koppel.catalogue;

import java.util.List;
import java.util.Locale;

/** Synonyms as a list: language, word, meaning. */
public final class SynonymFile {
    /** A file to begin with. */
    public static final String SAMPLE = "\uFEFFlanguage;word;means\r\nnl;wcd;stopcontact\r\nfr;dismatic;disjoncteur\r\n"
            + "de;fi;fehlerstromschutzschalter\r\nen;outlet;socket\r\n";

    private SynonymFile() {}

    /** @throws CsvRows.UnreadableException when it is empty, too large, or no text */
    public static List<Synonym> read(byte[] content) throws CsvRows.UnreadableException {
        return CsvRows.read(content, SynonymFile::isHead).stream()
                .map(row -> new Synonym(row.cell(0), row.cell(1), row.cell(2)))
                .toList();
    }

    /** Names of columns; a language's name would be two letters. */
    private static boolean isHead(CsvRows.Row row) {
        return row.cell(0).length() > 2 && !Languages.all().contains(row.cell(0).toLowerCase(Locale.ROOT));
    }
}
