package org.koppel.transport.as2;

import com.helger.as2lib.AbstractDynamicComponent;
import com.helger.as2lib.cert.AS2CertificateNotFoundException;
import com.helger.as2lib.cert.ECertificatePartnershipType;
import com.helger.as2lib.cert.ICertificateFactory;
import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.as2lib.disposition.DispositionType;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IBaseMessage;
import com.helger.as2lib.message.IMessageMDN;
import com.helger.as2lib.params.MessageParameters;
import com.helger.as2lib.partner.AbstractPartnershipFactory;
import com.helger.as2lib.processor.CNetAttribute;
import com.helger.as2lib.session.AS2ComponentDuplicateException;
import com.helger.as2lib.session.AS2Session;
import com.helger.as2lib.util.AS2Helper;
import jakarta.mail.internet.MimeBodyPart;
import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.koppel.transport.Arrival;
import org.koppel.transport.Reception;

/** Our receipts (MDN, RFC 4130, 7), made and signed by as2-lib. */
final class OutgoingReceipt {
    /** as2-lib asks its session for keys; the one at hand is that of the receipt that the thread makes. */
    private static final ThreadLocal<OwnKeys.Pair> KEY = new ThreadLocal<>();

    private static final AS2Session SESSION = session();

    private OutgoingReceipt() {}

    /**
     * @param content over which the MIC is
     * @param key signs, where the sender asks for it; empty where there is none
     */
    static Reception.Answer of(
            Arrival arrival, MimeBodyPart content, Optional<OwnKeys.Pair> key, DispositionType disposition, String text)
            throws LibraryException {
        return Library.call(() -> {
            AS2Message message = message(arrival, key.isPresent());
            message.setData(content);
            key.ifPresent(KEY::set);
            try {
                return answer(
                        AS2Helper.createMDN(SESSION, message, disposition, MessageParameters.getEscapedString(text)));
            } finally {
                KEY.remove();
            }
        });
    }

    private static AS2Message message(Arrival arrival, boolean canSign) throws AS2Exception {
        AS2Message message = new AS2Message();
        arrival.headers().forEach((name, value) -> message.headers().setHeader(name, value));
        String wanted = canSign ? options(arrival) : "";
        message.headers().removeHeaders("Disposition-Notification-Options");
        if (!wanted.isEmpty()) {
            message.headers().setHeader("Disposition-Notification-Options", wanted);
        }
        message.partnership().setSenderAS2ID(arrival.header("as2-from"));
        message.partnership().setReceiverAS2ID(arrival.header("as2-to"));
        message.partnership().setSigningAlgorithm(As2Settings.DIGESTS.get(0));
        message.attrs().putIn(CNetAttribute.MA_DESTINATION_IP, "koppel");
        message.attrs().putIn(CNetAttribute.MA_DESTINATION_PORT, "as2");
        return message;
    }

    /** What the sender asks for; where it names no digest, the usual one. */
    private static String options(Arrival arrival) throws AS2Exception {
        DispositionOptions wanted = asked(arrival);
        if (wanted.getProtocol() == null) {
            return "";
        }
        if (!wanted.hasMICAlg()) {
            wanted.setMICAlgImportance(DispositionOptions.IMPORTANCE_OPTIONAL).setMICAlg(As2Settings.DIGESTS.get(0));
        }
        return wanted.getAsString();
    }

    /** What kind of receipt the sender asks for. */
    static DispositionOptions asked(Arrival arrival) throws AS2Exception {
        return DispositionOptions.createFromString(arrival.header("disposition-notification-options"));
    }

    private static Reception.Answer answer(IMessageMDN receipt) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        receipt.headers()
                .forEachSingleHeader((name, value) -> headers.put(name, OutgoingMessage.oneLine(value)), false);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        receipt.getData().getDataHandler().writeTo(body);
        return new Reception.Answer(
                200, headers, body.toByteArray(), receipt.attrs().getAsString("DISPOSITION"));
    }

    private static AS2Session session() {
        try {
            AS2Session session = new AS2Session();
            session.setCertificateFactory(new KeyAtHand());
            session.setPartnershipFactory(new AbstractPartnershipFactory() {}); // it knows none, and learns none
            return session;
        } catch (AS2ComponentDuplicateException e) {
            throw new IllegalStateException("A new session has components", e);
        }
    }

    private static final class KeyAtHand extends AbstractDynamicComponent implements ICertificateFactory {
        @Override
        public X509Certificate getCertificate(IBaseMessage message, ECertificatePartnershipType type)
                throws AS2CertificateNotFoundException {
            if (KEY.get() == null || type != ECertificatePartnershipType.SENDER) {
                throw new AS2CertificateNotFoundException(type, message.partnership());
            }
            return KEY.get().certificate();
        }

        @Override
        public PrivateKey getPrivateKey(X509Certificate certificate) {
            return KEY.get().key();
        }
    }
}
