package org.koppel.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** The door for everything that comes in: stores it durably, then acknowledges. */
@ApplicationScoped
public class Inbox {

    /**
     * Checks what can be refused at once, stores the message (refused ones too) and says what to answer. When it returns, the
     * message is committed.
     *
     * @throws IOException when the content cannot be read
     */
    public Receipt receive(Incoming incoming) throws IOException {
        throw new IOException("The inbox is not there yet");
    }
}
