package org.koppel.codec.cxml;

import java.util.Set;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.document.Document;

/**
 * What every request of ours to a partner's system is: cXML 1.2 with a shared secret in its header, which is hidden wherever the request is kept or
 * shown.
 */
abstract class CxmlRequestWriter<T extends Document> implements DocumentWriter<T> {

    @Override
    public FormatId format() {
        return Cxml.FORMAT;
    }

    @Override
    public String mediaType() {
        return Cxml.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public Set<String> secretOptions() {
        return RequestWriter.SECRETS;
    }

    @Override
    public byte[] masked(byte[] content) {
        return SecretMask.masked(content);
    }

    @Override
    public byte[] unmasked(byte[] content, FormatSettings settings) {
        return SecretMask.unmasked(content, settings.option(RequestWriter.SECRET, ""));
    }
}
