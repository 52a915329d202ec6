package org.koppel.run;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An SMTP server that takes every mail for every address and keeps it as one {@code .eml} file; the SMTP answer 250 comes after
 * the file is there, complete. Nothing is passed on.
 */
public final class MailCatcher {
    /** The mail lies in the directory already: its recipient needs no mailbox. */
    private static final GreenMailUser NOBODY = (GreenMailUser) Proxy.newProxyInstance(
            MailCatcher.class.getClassLoader(),
            new Class<?>[] {GreenMailUser.class},
            (proxy, method, arguments) -> null);

    private final Path directory;
    private final int port;
    private GreenMail server;
    private MovingMessage last;
    private int count;
    private volatile boolean refusing;

    /** @param directory where the mails go; created when missing, earlier mails stay */
    public MailCatcher(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    public Path directory() {
        return directory;
    }

    /** Listens on loopback. May be called again after {@link #stop}. */
    public synchronized void start() {
        Workspace.createDirectories(directory);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler(this::keep);
        server.start();
    }

    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** While true, every mail is answered 451 (try again later) and not kept: a mail server in trouble, for tests. */
    public void refuse(boolean refused) {
        refusing = refused;
    }

    /** Called once per recipient of a message; the message is written for the first. */
    private synchronized GreenMailUser keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        if (refusing) {
            throw new MessagingException("Refusing on request");
        }
        if (message != last) {
            write(message);
            last = message;
        }
        return NOBODY;
    }

    private void write(MovingMessage message) throws MessagingException {
        count++;
        String name = String.format("%d-%05d", System.currentTimeMillis(), count);
        Path parts = directory.resolve("." + name + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(parts)) {
                message.getMessage().writeTo(out);
            }
            Files.move(parts, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("Cannot keep a mail in " + directory, e);
        }
    }
}
