package org.koppel.transport.as2;

import com.helger.as2lib.disposition.DispositionOptions;
import com.helger.as2lib.disposition.DispositionType;
import com.helger.as2lib.util.AS2ResourceHelper;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.koppel.transport.Arrival;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Reception;
import org.koppel.transport.ReceptionRefusedException;
import org.koppel.transport.Setting;
import org.koppel.transport.TransportId;
import org.koppel.transport.UnusableSettingsException;

/**
 * Opens what partners send by AS2 (RFC 4130) and gives receipts. The signature is the sender's credential: what has none, or one of
 * nobody that was agreed on, is refused. Receipts go in the answer; whoever wants them later (RFC 4130, 7.3, asynchronous) is refused.
 */
@ApplicationScoped
public class As2Reception implements Reception {
    /** Answered without a receipt, because it is not AS2 or wants none that we give. */
    static final String NO_AS2 = "not-as2";

    static final String NOT_PROCESSED = "unexpected-processing-error";

    private static final System.Logger LOG = System.getLogger(As2Reception.class.getName());
    private static final String INSECURE = "insufficient-message-security";
    /** RFC 5322, 2.1.1. */
    private static final int LONGEST_ID = 998;

    @Inject
    private Clock clock;

    /** For CDI. */
    public As2Reception() {}

    As2Reception(Clock clock) {
        this.clock = clock;
    }

    @Override
    public TransportId id() {
        return As2Transport.ID;
    }

    /** Named as those of {@link As2Transport}; {@code encryption} says whether every message has to be encrypted. */
    @Override
    public List<Setting> settings() {
        List<Setting> all = new ArrayList<>(As2Settings.BOTH_WAYS);
        all.add(new Setting("encryption", false, false, As2Settings.ENCRYPTION));
        return List.copyOf(all);
    }

    @Override
    public Optional<Instant> certificatesEnd(Map<String, String> given) {
        return Certificates.end(given);
    }

    @Override
    public String route(Arrival arrival) throws ReceptionRefusedException {
        As2Names names = As2Names.of(arrival);
        String id = arrival.header("message-id");
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            throw new ReceptionRefusedException(NO_AS2, "The header Message-ID is missing or too long (RFC 4130, 6.1)");
        }
        if (names.from().equals(names.to())) {
            throw new ReceptionRefusedException(
                    "sender-equals-receiver", "AS2-From and AS2-To are both " + names.from() + ". Correct one of them");
        }
        return route(names);
    }

    @Override
    public String route(Map<String, String> settings) {
        return route(new As2Names(
                settings.getOrDefault("partner.id", "").strip(),
                settings.getOrDefault("own.id", "").strip()));
    }

    private static String route(As2Names names) {
        return names.from() + " to " + names.to();
    }

    @Override
    public Opened open(Arrival arrival, Map<String, String> settings, long most)
            throws ReceptionRefusedException, IOException {
        AS2ResourceHelper files = new AS2ResourceHelper();
        boolean opened = false;
        try {
            requireSynchronous(arrival);
            requireKnownDigest(arrival);
            Opened message = open(arrival, Agreement.of(settings, clock.instant()), most, files);
            opened = true;
            return message;
        } catch (UnusableSettingsException e) {
            throw new ReceptionRefusedException(
                    NOT_PROCESSED,
                    "The receiver's settings for you are not complete: tell the receiver. " + e.getMessage(),
                    e);
        } catch (LibraryException e) {
            throw new ReceptionRefusedException(
                    NOT_PROCESSED, "The message is no S/MIME that can be read: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                files.close();
            }
        }
    }

    /** What was agreed with a partner. */
    private record Agreement(OwnKeys keys, OwnKeys.Pair signing, Certificates partner, boolean encrypted) {
        static Agreement of(Map<String, String> settings, Instant now) throws UnusableSettingsException {
            OwnKeys keys = OwnKeys.of(settings);
            boolean encrypted = As2Settings.oneOf(settings, "encryption", As2Settings.ENCRYPTION)
                    .equals("required");
            return new Agreement(keys, keys.signing(now), Certificates.of(settings), encrypted);
        }
    }

    /** RFC 5402: compressed before it was signed, or after, and encrypted last. */
    private Opened open(Arrival arrival, Agreement agreed, long most, AS2ResourceHelper files)
            throws ReceptionRefusedException, LibraryException, IOException {
        MimeBodyPart part = Library.call(() -> received(arrival));
        if (Smime.isEncrypted(part)) {
            part = decrypted(part, agreed.keys(), files);
        } else if (agreed.encrypted()) {
            throw new ReceptionRefusedException(
                    INSECURE,
                    "The message is not encrypted, as was agreed. Encrypt it with the receiver's certificate");
        }
        if (Smime.isCompressed(part)) {
            part = decompressed(part, most, files);
        }
        if (!Smime.isSigned(part)) {
            throw new ReceptionRefusedException(
                    INSECURE, "The message is not signed, so nobody knows whose it is. Sign it");
        }
        MimeBodyPart signed = verified(part, agreed.partner(), files);
        MimeBodyPart document = Smime.isCompressed(signed) ? decompressed(signed, most, files) : signed;
        return new OpenedMessage(arrival, signed, document, agreed.signing(), files);
    }

    private static MimeBodyPart received(Arrival arrival) throws MessagingException {
        String contentType = OutgoingMessage.oneLine(arrival.header("content-type"));
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ArrivedBody(arrival, contentType)));
        part.setHeader("Content-Type", contentType);
        return part;
    }

    /** The body as it came; HTTP carries binary, but some senders say that theirs is Base64. */
    private record ArrivedBody(Arrival arrival, String contentType) implements jakarta.activation.DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            InputStream raw = new BufferedInputStream(Files.newInputStream(arrival.body()));
            String encoding = arrival.header("content-transfer-encoding");
            try {
                return encoding.isEmpty() ? raw : MimeUtility.decode(raw, encoding);
            } catch (MessagingException e) {
                raw.close();
                throw new IOException("Content-Transfer-Encoding " + encoding + " is not known", e);
            }
        }

        @Override
        public java.io.OutputStream getOutputStream() {
            throw new UnsupportedOperationException("What came is not changed");
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public String getName() {
            return "";
        }
    }

    private static MimeBodyPart decrypted(MimeBodyPart part, OwnKeys keys, AS2ResourceHelper files)
            throws ReceptionRefusedException {
        try {
            return Smime.decrypted(part, keys, files);
        } catch (LibraryException e) {
            List<String> ours = new ArrayList<>();
            keys.all().forEach(k -> ours.add(k.toString()));
            throw new ReceptionRefusedException(
                    "decryption-failed",
                    "The message cannot be decrypted. Encrypt it with the receiver's certificate: "
                            + String.join(", or ", ours),
                    e);
        }
    }

    private static MimeBodyPart decompressed(MimeBodyPart part, long most, AS2ResourceHelper files)
            throws ReceptionRefusedException {
        try {
            return Smime.decompressed(part, most, files);
        } catch (LibraryException e) {
            throw new ReceptionRefusedException(
                    "decompression-failed",
                    "The message cannot be decompressed, or has more than " + most + " bytes then. Send it otherwise",
                    e);
        }
    }

    private static MimeBodyPart verified(MimeBodyPart part, Certificates partner, AS2ResourceHelper files)
            throws ReceptionRefusedException {
        try {
            return Smime.verified(part, partner.all(), files);
        } catch (LibraryException e) {
            List<String> known = partner.all().stream().map(Certificates::words).toList();
            if (e.isDueTo(CMSSignerDigestMismatchException.class)) {
                throw new ReceptionRefusedException(
                        "integrity-check-failed",
                        "What is signed was changed after it was signed. Look for what changes it on its way",
                        e);
            }
            String cure = e.isDueTo(CertificateExpiredException.class)
                    ? "Your certificate that is known here has ended; give the receiver the newer one: "
                    : "The signature is not that of a certificate that is known here. Give the receiver your newest one; known are: ";
            throw new ReceptionRefusedException("authentication-failed", cure + String.join(", ", known), e);
        }
    }

    private static void requireSynchronous(Arrival arrival) throws ReceptionRefusedException {
        if (!arrival.header("receipt-delivery-option").isEmpty()) {
            throw new ReceptionRefusedException(
                    NO_AS2,
                    "Receipts are given in the answer only. Ask for a synchronous MDN: leave Receipt-Delivery-Option out");
        }
    }

    private static void requireKnownDigest(Arrival arrival) throws ReceptionRefusedException, LibraryException {
        DispositionOptions asked = Library.call(() -> OutgoingReceipt.asked(arrival));
        boolean named = arrival.header("disposition-notification-options").contains("signed-receipt-micalg");
        if (named && !asked.hasMICAlg()) {
            throw new ReceptionRefusedException(
                    "unsupported MIC-algorithms",
                    "None of the digests that you ask for is known here. Ask for "
                            + String.join(", ", As2Settings.DIGESTS));
        }
    }

    @Override
    public Answer refuse(Arrival arrival, Optional<Map<String, String>> settings, ReceptionRefusedException why) {
        if (why.code().equals(NO_AS2) || !wantsReceipt(arrival)) {
            byte[] text = (why.getMessage() + "\n").getBytes(StandardCharsets.US_ASCII);
            return new Answer(400, Map.of("Content-Type", "text/plain; charset=US-ASCII"), text, why.code());
        }
        MimeBodyPart empty = new MimeBodyPart();
        try {
            MimeBodyPart part = Library.call(() -> received(arrival));
            return receipt(arrival, part, settings.flatMap(this::signing), disposition(why.code()), why.getMessage());
        } catch (LibraryException e) {
            LOG.log(Level.DEBUG, "No MIC of what cannot be read", e);
            return receipt(arrival, empty, Optional.empty(), disposition(why.code()), why.getMessage());
        }
    }

    /** RFC 4130, 7.5.3 for what we cannot, 7.5.4 for what the sender did. */
    private static DispositionType disposition(String code) {
        return code.startsWith("unsupported")
                ? new DispositionType(
                        DispositionType.ACTION_AUTOMATIC_ACTION,
                        DispositionType.MDNACTION_MDN_SENT_AUTOMATICALLY,
                        "failed",
                        "Failure",
                        code)
                : DispositionType.createError(code);
    }

    private Optional<OwnKeys.Pair> signing(Map<String, String> settings) {
        try {
            return Optional.of(OwnKeys.of(settings).signing(clock.instant()));
        } catch (UnusableSettingsException e) {
            LOG.log(Level.WARNING, "A receipt goes unsigned: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean wantsReceipt(Arrival arrival) {
        return !arrival.header("disposition-notification-to").isEmpty();
    }

    /** Nothing where the sender wants none. */
    static Answer receipt(
            Arrival arrival,
            MimeBodyPart content,
            Optional<OwnKeys.Pair> key,
            DispositionType disposition,
            String text) {
        if (!wantsReceipt(arrival)) {
            return new Answer(disposition.isError() ? 400 : 200, Map.of(), new byte[0], disposition.getAsString());
        }
        try {
            return OutgoingReceipt.of(arrival, content, key, disposition, ascii(text));
        } catch (LibraryException e) {
            throw new IllegalStateException("No receipt can be made", e); // the sender repeats, and is answered then
        }
    }

    /** The text of a receipt has no charset, and is signed as it is sent: with whole ends of lines. */
    private static String ascii(String text) {
        return text.replaceAll("[^\\r\\n\\x20-\\x7e]", "?").replaceAll("\\R", "\r\n");
    }

    @Override
    public DeliveryOutcome check(Map<String, String> settings) {
        try {
            As2Names.ours(settings);
            Agreement agreed = Agreement.of(settings, clock.instant());
            List<String> theirs =
                    agreed.partner().all().stream().map(Certificates::words).toList();
            return DeliveryOutcome.delivered("Our certificate: " + agreed.signing() + "; the partner's: "
                    + String.join(", or ", theirs)
                    + Certificates.warning("The partner's", agreed.partner().all(), clock.instant())
                    + Certificates.warning(
                            "Our",
                            List.of(agreed.keys()
                                    .all()
                                    .get(agreed.keys().all().size() - 1)
                                    .certificate()),
                            clock.instant())
                    + ". Whether the partner's messages open, only a message can show");
        } catch (UnusableSettingsException e) {
            return e.outcome();
        }
    }
}
