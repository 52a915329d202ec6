package org.koppel.transport.as2;

import com.helger.as2lib.client.AS2Client;
import com.helger.as2lib.client.AS2ClientRequest;
import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.client.AS2ClientSettings;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.security.keystore.EKeyStoreType;
import java.nio.charset.StandardCharsets;
import org.koppel.transport.TestKeys;

/** A partner whose software is as2-lib's own client: a peer that is not ours. */
final class As2LibClient {
    private final AS2ClientSettings settings = new AS2ClientSettings();
    private boolean matched;

    As2LibClient(As2Side self, As2Side receiver, String address) {
        Library.load();
        settings.setKeyStore(EKeyStoreType.PKCS12, self.keys().file().toFile(), TestKeys.PASSWORD);
        settings.setSaveKeyStoreChangesToFile(false);
        settings.setSenderData(self.id(), "edi@partner.example", "key");
        settings.setReceiverData(receiver.id(), "receiver", address);
        settings.setReceiverCertificate(receiver.keys().certificate());
        settings.setPartnershipName("test");
        settings.setEncryptAndSign(ECryptoAlgorithmCrypt.CRYPT_AES256_CBC, ECryptoAlgorithmSign.DIGEST_SHA_256);
        settings.setMICMatchingHandler(new com.helger.as2lib.crypto.LoggingMICMatchingHandler() {
            @Override
            public void onMICMatch(com.helger.as2lib.message.IMessage message, String mic) {
                matched = true;
            }
        });
        asking(ECryptoAlgorithmSign.DIGEST_SHA_256);
    }

    As2LibClient sealing(ECryptoAlgorithmCrypt encryption, ECryptoAlgorithmSign signature) {
        settings.setEncryptAndSign(encryption, signature);
        return this;
    }

    As2LibClient compressing(boolean beforeSigning) {
        settings.setCompress(ECompressionType.ZLIB, beforeSigning);
        return this;
    }

    /** A signed receipt with this digest. */
    As2LibClient asking(ECryptoAlgorithmSign digest) {
        settings.setMDNOptions(new DispositionOptions()
                .setProtocolImportance(DispositionOptions.IMPORTANCE_REQUIRED)
                .setProtocol(DispositionOptions.PROTOCOL_PKCS7_SIGNATURE)
                .setMICAlgImportance(DispositionOptions.IMPORTANCE_REQUIRED)
                .setMICAlg(digest));
        return this;
    }

    As2LibClient askingForIt(String options) {
        settings.setMDNOptions(options);
        return this;
    }

    As2LibClient asynchronous(String address) {
        settings.setAsyncMDNUrl(address);
        return this;
    }

    As2LibClient called(String messageId) {
        settings.setMessageIDFormat(messageId);
        return this;
    }

    AS2ClientResponse send(String document) {
        matched = false;
        AS2ClientRequest request = new AS2ClientRequest("Order");
        request.setContentType("application/edifact");
        request.setFilename("order.edi");
        request.setData(document, StandardCharsets.UTF_8);
        return new AS2Client().sendSynchronous(settings, request);
    }

    /** Whether the MIC of the last receipt is that of what was sent. */
    boolean matched() {
        return matched;
    }
}
