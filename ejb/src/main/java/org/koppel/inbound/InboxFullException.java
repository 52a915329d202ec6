package org.koppel.inbound;

/** Too many large messages come in at this moment; nothing of this one was stored. Sending it again later helps. */
public class InboxFullException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InboxFullException() {
        super("The server is busy with other large messages. Nothing was stored; send the same message again later.");
    }
}
