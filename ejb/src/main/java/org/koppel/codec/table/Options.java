package org.koppel.codec.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;

/** Reads a channel's options for these formats. */
final class Options {
    private Options() {}

    /** @throws DocumentException when this Java does not know the charset */
    static Charset charset(FormatSettings settings, String name, Charset otherwise) throws DocumentException {
        String wanted = settings.option(name, otherwise.name());
        try {
            return Charset.forName(wanted);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new DocumentException(
                    new Problem("BAD_OPTION", name, "\"" + wanted + "\" is no charset; give UTF-8 or windows-1252"), e);
        }
    }
}
