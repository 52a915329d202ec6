package org.koppel.punchout.cxml;

import java.io.IOException;
import org.koppel.catalogue.Listing;

/** A customer's catalogue as a file, article by article, so that any size takes the same memory. */
interface CatalogueWriter {

    void begin() throws IOException;

    /** @param text the long text in the customer's language; may be null */
    void article(Listing listing, String text) throws IOException;

    /** What was written is in the stream then, which stays open. */
    void end() throws IOException;
}
