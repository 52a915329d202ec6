package org.koppel.transport.as2;

import com.helger.as2lib.crypto.MIC;
import com.helger.as2lib.disposition.DispositionType;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.AS2MessageMDN;
import com.helger.as2lib.util.AS2Helper;
import com.helger.as2lib.util.AS2ResourceHelper;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.koppel.transport.DeliveryOutcome;

/** A partner's receipt (MDN, RFC 4130, 7), judged: delivered is what it says was processed, and what it says it got is what we sent. */
final class IncomingReceipt {
    /** RFC 4130, 7.5.4: the partner could not for now, or does not say why. */
    private static final Set<String> LATER = Set.of("unexpected-processing-error");

    private static final int WORDS = 1_000;

    private final As2Settings from;
    private final OutgoingMessage sent;

    IncomingReceipt(As2Settings from, OutgoingMessage sent) {
        this.from = from;
        this.sent = sent;
    }

    DeliveryOutcome judge(String contentType, byte[] body) {
        if (body.length == 0) {
            return refused(
                    "AS2_NO_RECEIPT",
                    "The partner took the message without a receipt. Ask for a synchronous signed MDN, then send it again");
        }
        try (AS2ResourceHelper files = new AS2ResourceHelper()) {
            MimeBodyPart part = Library.call(() -> part(contentType, body));
            boolean signed = Smime.isSigned(part);
            MimeBodyPart report = signed ? Smime.verified(part, from.partner().all(), files) : part;
            return judge(signed, read(report, files));
        } catch (LibraryException e) {
            return e.isDueTo(java.security.GeneralSecurityException.class)
                            || e.isDueTo(org.bouncycastle.cms.CMSException.class)
                    ? refused(
                            "AS2_RECEIPT_SIGNATURE",
                            "The receipt is not signed by the partner's certificate, or was changed (" + e.getMessage()
                                    + "). Compare the certificate of the channel with the partner's")
                    : refused(
                            "AS2_BAD_RECEIPT",
                            "What the partner answered is no receipt (" + e.getMessage()
                                    + "). Ask for a synchronous signed MDN, then send it again");
        }
    }

    private static MimeBodyPart part(String contentType, byte[] body) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(body, contentType)));
        part.setHeader("Content-Type", contentType);
        return part;
    }

    /** What it says; the signature was looked at before. */
    private static AS2MessageMDN read(MimeBodyPart report, AS2ResourceHelper files) throws LibraryException {
        return Library.call(() -> {
            AS2Message about = new AS2Message();
            AS2MessageMDN receipt = new AS2MessageMDN(about);
            receipt.setData(report);
            AS2Helper.parseMDN(about, null, false, null, files);
            return receipt;
        });
    }

    private DeliveryOutcome judge(boolean signed, AS2MessageMDN receipt) throws LibraryException {
        String said = value(receipt, AS2MessageMDN.MDNA_DISPOSITION);
        DispositionType disposition = Library.call(() -> DispositionType.createFromString(said));
        String words = said + words(receipt.getText());
        if (!value(receipt, AS2MessageMDN.MDNA_ORIG_MESSAGEID).equals(sent.id())) {
            return refused(
                    "AS2_OTHER_RECEIPT",
                    "The receipt is about another message (" + value(receipt, AS2MessageMDN.MDNA_ORIG_MESSAGEID) + "): "
                            + words);
        }
        boolean processed = "processed".equals(disposition.getStatus());
        String modifier = Objects.requireNonNullElse(disposition.getStatusDescription(), "");
        if (!processed || disposition.isError()) {
            return negative(disposition, modifier, words);
        }
        if (!signed) {
            return refused(
                    "AS2_RECEIPT_UNSIGNED",
                    "The receipt is not signed, so anybody could have written it. Ask the partner to sign it: "
                            + words);
        }
        if (modifier.contains("duplicate-document")) {
            return DeliveryOutcome.delivered("The partner has it already: " + words);
        }
        return sameContent(receipt, words);
    }

    private DeliveryOutcome sameContent(AS2MessageMDN receipt, String words) {
        MIC mic = micOrNull(value(receipt, AS2MessageMDN.MDNA_MIC));
        if (!sent.mic().equals(mic)) {
            return refused(
                    "AS2_MIC_MISMATCH",
                    "The partner got something else than was sent: its MIC is "
                            + (mic == null ? "missing" : mic.getAsAS2String()) + ", ours "
                            + sent.mic().getAsAS2String() + ". Ask the partner what changes it on its way. " + words);
        }
        return DeliveryOutcome.delivered("Receipt " + words + ", MIC " + mic.getAsAS2String());
    }

    /** RFC 4130, 7.5.3 and 7.5.4. */
    private static DeliveryOutcome negative(DispositionType disposition, String modifier, String words) {
        String code = "AS2_"
                + (modifier.isEmpty() ? disposition.getStatus() : modifier)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]+", "_");
        return LATER.contains(modifier)
                ? DeliveryOutcome.retry(code, "The partner could not take it: " + words)
                : refused(code, cure(modifier) + ": " + words);
    }

    private static String cure(String modifier) {
        return switch (modifier) {
            case "decryption-failed", "decryption failed" ->
                "The partner cannot decrypt it; enter its newest certificate at the channel";
            case "authentication-failed" ->
                "The partner does not know who sent it; compare own.id, partner.id and our certificate with what it has";
            case "integrity-check-failed" -> "The partner says that the signature is wrong; send it our certificate";
            case "insufficient-message-security" ->
                "The partner wants another signature or encryption; compare sign and encrypt with what was agreed";
            case "decompression-failed" -> "The partner cannot decompress it; set compress to no";
            case "unknown-trading-partner" ->
                "The partner does not know these names; compare own.id and partner.id with what it has";
            default -> "The partner refuses the message; ask why";
        };
    }

    private static MIC micOrNull(String text) {
        try {
            return Library.call(() -> MIC.parse(text));
        } catch (LibraryException e) { // what cannot be read is not equal
            return null;
        }
    }

    private static String value(AS2MessageMDN receipt, String attribute) {
        String value = receipt.attrs().getAsString(attribute);
        return value == null ? "" : value.strip();
    }

    /** The partner's words, in one line. */
    private static String words(String text) {
        String line =
                text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? "" : " (" + line.substring(0, Math.min(line.length(), WORDS)) + ")";
    }

    private static DeliveryOutcome refused(String code, String detail) {
        return DeliveryOutcome.rejected(code, detail);
    }
}
