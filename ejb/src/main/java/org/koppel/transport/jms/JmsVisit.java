package org.koppel.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.koppel.transport.LimitedCopy;
import org.koppel.transport.PickupRefusedException;
import org.koppel.transport.PickupVisit;
import org.koppel.transport.UnusableSettingsException;
import org.koppel.transport.WaitingFile;

/** Looks at messages first, and takes them off the queue only when they are stored. A message is known by its JMSMessageID. */
final class JmsVisit implements PickupVisit {
    private static final System.Logger LOG = System.getLogger(JmsVisit.class.getName());
    private static final int MOST = 500;
    /** Milliseconds; it lies there, as it was seen before. */
    private static final int PATIENCE = 5_000;

    private final PartnerQueues queues;
    private final String name;
    private JMSContext jms;
    private Queue queue;

    JmsVisit(PartnerQueues queues, String name) {
        this.queues = queues;
        this.name = name;
    }

    @Override
    public String place() {
        return "queue " + name;
    }

    @Override
    public void begin() throws IOException, PickupRefusedException {
        try {
            queue = queues.queue(name);
            jms = queues.open();
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        } catch (JMSRuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public List<WaitingFile> list() throws IOException {
        List<WaitingFile> files = new ArrayList<>();
        try (QueueBrowser browser = jms.createBrowser(queue)) {
            Enumeration<?> all = browser.getEnumeration();
            while (all.hasMoreElements() && files.size() < MOST) {
                Message message = (Message) all.nextElement();
                files.add(new WaitingFile(
                        message.getJMSMessageID(), size(message), Instant.ofEpochMilli(message.getJMSTimestamp())));
            }
            return files;
        } catch (JMSException | JMSRuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public boolean fetch(WaitingFile file, OutputStream to, long most) throws IOException, PickupRefusedException {
        try (QueueBrowser browser = jms.createBrowser(queue, selector(file))) {
            Enumeration<?> found = browser.getEnumeration();
            if (!found.hasMoreElements()) {
                throw new IOException("The message " + file.name() + " is gone");
            }
            byte[] content = content((Message) found.nextElement(), most + 1);
            return LimitedCopy.copy(file, new ByteArrayInputStream(content), to, most);
        } catch (JMSException | JMSRuntimeException e) {
            throw broken(e);
        }
    }

    private static long size(Message message) throws JMSException {
        return message instanceof BytesMessage bytes
                ? bytes.getBodyLength()
                : content(message, Integer.MAX_VALUE).length;
    }

    /** Of another kind of message nothing is known: it is an empty one, which the inbox refuses. @param most bytes of a bytes message */
    private static byte[] content(Message message, long most) throws JMSException {
        if (message instanceof TextMessage text) {
            return String.valueOf(text.getText()).getBytes(StandardCharsets.UTF_8);
        }
        if (message instanceof BytesMessage bytes) {
            byte[] content = new byte[(int) Math.min(bytes.getBodyLength(), most)];
            bytes.readBytes(content);
            return content;
        }
        return new byte[0];
    }

    /**
     * Off the queue; its bytes are in our database. One that was refused goes to the queue for errors first, before there is a consumer:
     * what a consumer was given ahead no browser sees any more.
     */
    @Override
    public void move(WaitingFile file, String folder, String newName, String explanation)
            throws IOException, PickupRefusedException {
        try {
            if (explanation != null) {
                layAside(file, explanation);
            }
            try (JMSConsumer consumer = jms.createConsumer(queue, selector(file))) {
                if (consumer.receive(PATIENCE) == null) {
                    LOG.log(Level.WARNING, "The message {0} was gone before it was taken off the queue", file.name());
                }
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw broken(e);
        }
    }

    private void layAside(WaitingFile file, String explanation) throws JMSException, PickupRefusedException {
        try (QueueBrowser browser = jms.createBrowser(queue, selector(file))) {
            Queue errors = queues.queue(name + ".error");
            Enumeration<?> found = browser.getEnumeration();
            if (found.hasMoreElements()) {
                BytesMessage copy = jms.createBytesMessage();
                copy.setJMSCorrelationID(file.name());
                copy.setStringProperty("reason", explanation);
                copy.writeBytes(content((Message) found.nextElement(), Integer.MAX_VALUE));
                jms.createProducer().send(errors, copy);
            }
        } catch (UnusableSettingsException e) {
            throw new PickupRefusedException(e.outcome(), e);
        }
    }

    private static String selector(WaitingFile file) {
        return "JMSMessageID = '" + file.name().replace("'", "''") + "'";
    }

    @Override
    public void remove(WaitingFile file) {
        LOG.log(Level.DEBUG, "A queue has no markers: {0}", file.name());
    }

    @Override
    public boolean goesOn() {
        try (QueueBrowser browser = jms.createBrowser(queue)) {
            return browser.getEnumeration() != null;
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.DEBUG, "The broker does not answer any more", e);
            return false;
        }
    }

    @Override
    public void breakOff() {
        close();
    }

    @Override
    public void close() {
        JMSContext open = jms;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (JMSRuntimeException e) {
            LOG.log(Level.DEBUG, "No goodbye from the broker", e);
        }
    }

    private static IOException broken(Exception e) {
        return new IOException("The broker says: " + e.getMessage(), e);
    }
}
