package org.koppel.transport.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Patience;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Sends each file of a delivery as one persistent bytes message. {@code JMSCorrelationID} is the delivery's id and stays the same over
 * all attempts; the properties {@code contentType}, {@code fileName}, {@code recipient} and {@code subject} say what it is.
 */
@ApplicationScoped
public class JmsTransport implements Transport {
    @Inject
    private PartnerQueues queues;

    @Inject
    private Patience patience;

    @Override
    public TransportId id() {
        return new TransportId("jms");
    }

    /** {@code queue} is looked up below {@code java:/jms/queue/partner/}. */
    @Override
    public List<Setting> settings() {
        return List.of(new Setting("queue", true, false));
    }

    @Override
    public boolean sideBySide() {
        return true;
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) throws IOException, InterruptedException {
        return patience.with(place(settings), () -> checkNow(settings));
    }

    private DeliveryOutcome checkNow(Map<String, String> settings) {
        try (JMSContext jms = queues.open()) {
            jms.createBrowser(queues.queue(settings)).close();
            return DeliveryOutcome.delivered("The broker has the queue");
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (JMSException | JMSRuntimeException e) {
            return away(e);
        }
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) throws IOException, InterruptedException {
        return patience.with(place(delivery.settings()), () -> send(delivery));
    }

    /** A broker blocks who sends to a queue that is full. */
    private static String place(Map<String, String> settings) {
        return "The queue " + settings.get("queue");
    }

    private DeliveryOutcome send(Delivery delivery) {
        try (JMSContext jms = queues.open()) {
            Queue queue = queues.queue(delivery.settings());
            for (Part part : delivery.parts()) {
                jms.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT).send(queue, message(jms, delivery, part));
            }
            return DeliveryOutcome.delivered("The broker has it");
        } catch (UnusableSettingsException e) {
            return e.outcome();
        } catch (JMSException | JMSRuntimeException e) {
            return away(e);
        }
    }

    private static BytesMessage message(JMSContext jms, Delivery delivery, Part part) throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.setJMSCorrelationID(delivery.id().toString());
        message.setStringProperty("contentType", part.mediaType());
        message.setStringProperty("fileName", part.fileName());
        message.setStringProperty("recipient", delivery.recipient().value());
        message.setStringProperty("subject", delivery.subject());
        message.writeBytes(part.content());
        return message;
    }

    private static DeliveryOutcome away(Exception e) {
        return DeliveryOutcome.retry("JMS_AWAY", "The broker does not take it: " + e.getMessage());
    }
}
