package org.koppel.transport.as2;

import com.helger.as2lib.cert.AbstractCertificateFactory;
import com.helger.as2lib.cert.CertificateFactory;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.partner.Partnership;
import com.helger.as2lib.partner.SelfFillingPartnershipFactory;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.receiver.AS2ReceiverModule;
import com.helger.as2lib.processor.receiver.AbstractActiveNetModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.commons.collection.attr.StringMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.koppel.transport.TestKeys;

/** A partner whose software is as2-lib's own receiver: a peer that is not ours. */
final class As2LibServer implements AutoCloseable {
    /** What was stored, as text. */
    final List<String> stored = new CopyOnWriteArrayList<>();

    /** Message-ID of each. */
    final List<String> ids = new CopyOnWriteArrayList<>();

    private final AS2ReceiverModule receiver;
    private final int port;

    As2LibServer(As2Side self, As2Side sender) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Library.load();
        receiver = new AS2ReceiverModule();
        AS2Session session = new AS2Session();
        CertificateFactory certificates = new CertificateFactory();
        StringMap type = new StringMap();
        type.putIn(AbstractCertificateFactory.ATTR_TYPE, "pkcs12");
        certificates.initDynamicComponent(session, type);
        certificates.setPassword(TestKeys.PASSWORD);
        certificates.setSaveChangesToFile(false);
        try (InputStream keys = Files.newInputStream(self.keys().file())) {
            certificates.load(keys, TestKeys.PASSWORD.toCharArray());
        }
        certificates.addCertificate("sender", sender.keys().certificate(), false);
        session.setCertificateFactory(certificates);
        session.setPartnershipFactory(partnership(session, self, sender));
        DefaultMessageProcessor processor = new DefaultMessageProcessor();
        processor.initDynamicComponent(session, null);
        processor.addModule(new Store());
        session.setMessageProcessor(processor);
        StringMap attributes = new StringMap();
        attributes.putIn(AbstractActiveNetModule.ATTR_PORT, port);
        attributes.putIn(AbstractActiveNetModule.ATTR_ADDRESS, "127.0.0.1");
        receiver.initDynamicComponent(session, attributes);
        receiver.start();
    }

    private static SelfFillingPartnershipFactory partnership(AS2Session session, As2Side self, As2Side sender)
            throws Exception {
        SelfFillingPartnershipFactory partnerships = new SelfFillingPartnershipFactory();
        partnerships.initDynamicComponent(session, null);
        Partnership one = new Partnership("test");
        one.setSenderAS2ID(sender.id());
        one.setSenderX509Alias("sender");
        one.setReceiverAS2ID(self.id());
        one.setReceiverX509Alias("key");
        one.setSigningAlgorithm("sha-256");
        one.setEncryptAlgorithm("aes256-cbc");
        partnerships.addPartnership(one);
        return partnerships;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/as2");
    }

    private final class Store extends AbstractProcessorModule implements IProcessorStorageModule {
        @Override
        public boolean canHandle(String action, IMessage message, Map<String, Object> options) {
            return IProcessorStorageModule.DO_STORE.equals(action);
        }

        @Override
        public void handle(String action, IMessage message, Map<String, Object> options) {
            try (InputStream content = message.getData().getInputStream()) {
                stored.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                ids.add(message.getMessageID());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (jakarta.mail.MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws Exception {
        receiver.stop();
    }
}
