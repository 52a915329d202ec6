package org.koppel.journey;

import com.helger.as2lib.cert.AbstractCertificateFactory;
import com.helger.as2lib.cert.CertificateFactory;
import com.helger.as2lib.client.AS2Client;
import com.helger.as2lib.client.AS2ClientRequest;
import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.client.AS2ClientSettings;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.crypto.LoggingMICMatchingHandler;
import com.helger.as2lib.exception.AS2Exception;
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
import com.helger.security.keystore.EKeyStoreType;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A partner whose software is as2-lib, sender and receiver: it talks with Koppel and is not Koppel. */
final class As2Peer implements AutoCloseable {
    /** The documents that came. */
    final List<String> received = new CopyOnWriteArrayList<>();

    final String id;
    final As2Key key;
    private final String koppelId;
    private final As2Key koppelKey;
    private final AS2ReceiverModule receiver = new AS2ReceiverModule();
    private final int port;
    private boolean matched;

    As2Peer(String id, As2Key key, String koppelId, As2Key koppelKey) throws AS2Exception, IOException {
        this.id = id;
        this.key = key;
        this.koppelId = koppelId;
        this.koppelKey = koppelKey;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        AS2Session session = new AS2Session();
        session.setCertificateFactory(certificates(session));
        session.setPartnershipFactory(partnership(session));
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

    String address() {
        return "http://127.0.0.1:" + port + "/as2";
    }

    private CertificateFactory certificates(AS2Session session) throws AS2Exception {
        CertificateFactory certificates = new CertificateFactory();
        StringMap type = new StringMap();
        type.putIn(AbstractCertificateFactory.ATTR_TYPE, "pkcs12");
        certificates.initDynamicComponent(session, type);
        certificates.setPassword(As2Key.PASSWORD);
        certificates.setSaveChangesToFile(false);
        certificates.load(new ByteArrayInputStream(key.file()), As2Key.PASSWORD.toCharArray());
        certificates.addCertificate("koppel", koppelKey.certificate(), false);
        return certificates;
    }

    private SelfFillingPartnershipFactory partnership(AS2Session session) throws AS2Exception {
        SelfFillingPartnershipFactory partnerships = new SelfFillingPartnershipFactory();
        partnerships.initDynamicComponent(session, null);
        Partnership one = new Partnership("koppel");
        one.setSenderAS2ID(koppelId);
        one.setSenderX509Alias("koppel");
        one.setReceiverAS2ID(id);
        one.setReceiverX509Alias(As2Key.ALIAS);
        one.setSigningAlgorithm(ECryptoAlgorithmSign.DIGEST_SHA_256);
        one.setEncryptAlgorithm(ECryptoAlgorithmCrypt.CRYPT_AES256_CBC);
        partnerships.addPartnership(one);
        return partnerships;
    }

    /** Sends, signed and encrypted, and waits for the signed receipt. */
    AS2ClientResponse send(String address, String messageId, String document) {
        AS2ClientSettings settings = new AS2ClientSettings();
        settings.setKeyStore(EKeyStoreType.PKCS12, key.file(), As2Key.PASSWORD);
        settings.setSenderData(id, "edi@partner.example", As2Key.ALIAS);
        settings.setReceiverData(koppelId, "koppel", address);
        settings.setReceiverCertificate(koppelKey.certificate());
        settings.setPartnershipName("koppel");
        settings.setMessageIDFormat(messageId);
        settings.setEncryptAndSign(ECryptoAlgorithmCrypt.CRYPT_AES256_CBC, ECryptoAlgorithmSign.DIGEST_SHA_256);
        settings.setMDNOptions(
                "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, sha-256");
        matched = false;
        settings.setMICMatchingHandler(new LoggingMICMatchingHandler() {
            @Override
            public void onMICMatch(IMessage message, String mic) {
                matched = true;
            }
        });
        AS2ClientRequest request = new AS2ClientRequest("Order");
        request.setContentType("application/edifact");
        request.setFilename("order.edi");
        request.setData(document, StandardCharsets.UTF_8);
        return new AS2Client().sendSynchronous(settings, request);
    }

    /** Whether the last receipt vouches for what was sent. */
    boolean matched() {
        return matched;
    }

    private final class Store extends AbstractProcessorModule implements IProcessorStorageModule {
        @Override
        public boolean canHandle(String action, IMessage message, Map<String, Object> options) {
            return IProcessorStorageModule.DO_STORE.equals(action);
        }

        @Override
        public void handle(String action, IMessage message, Map<String, Object> options) {
            try (InputStream content = message.getData().getInputStream()) {
                received.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException("The content cannot be read", e);
            }
        }
    }

    @Override
    public void close() throws AS2Exception {
        receiver.stop();
    }
}
