package org.koppel.inbound;

import java.io.IOException;

/** The body of a request took so long that the rest of it is not waited for; nothing was stored. */
public class SlowBodyException extends IOException {
    private static final long serialVersionUID = 1;

    public SlowBodyException() {
        super(
                "The message came too slowly and was not read to its end. Nothing was stored; send the same message again.");
    }
}
