package org.koppel.transport.as2;

import com.helger.as2lib.crypto.BCCryptoHelper;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.crypto.ICryptoHelper;
import com.helger.as2lib.crypto.MIC;
import com.helger.as2lib.util.AS2Helper;
import com.helger.as2lib.util.AS2ResourceHelper;
import com.helger.mail.cte.EContentTransferEncoding;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.bouncycastle.mail.smime.SMIMECompressedGenerator;
import org.bouncycastle.mail.smime.SMIMECompressedParser;
import org.bouncycastle.mail.smime.SMIMEUtil;

/** S/MIME as AS2 uses it, made by as2-lib ({@link BCCryptoHelper}) and Bouncy Castle. */
final class Smime {
    /** RFC 4130, 4.1: HTTP carries it as it is. */
    static final EContentTransferEncoding BINARY = EContentTransferEncoding.BINARY;

    private Smime() {}

    private static ICryptoHelper crypto() {
        return AS2Helper.getCryptoHelper();
    }

    static MimeBodyPart signed(MimeBodyPart part, OwnKeys.Pair by, ECryptoAlgorithmSign algorithm)
            throws LibraryException {
        return Library.call(
                () -> crypto().sign(part, by.certificate(), by.key(), algorithm, true, false, false, BINARY));
    }

    static MimeBodyPart encrypted(MimeBodyPart part, X509Certificate to, ECryptoAlgorithmCrypt algorithm)
            throws LibraryException {
        return Library.call(() -> crypto().encrypt(part, to, algorithm, BINARY));
    }

    /** RFC 5402. */
    static MimeBodyPart compressed(MimeBodyPart part) throws LibraryException {
        return Library.call(() -> {
            SMIMECompressedGenerator generator = new SMIMECompressedGenerator();
            generator.setContentTransferEncoding(BINARY.getID());
            return generator.generate(part, new ZlibCompressor());
        });
    }

    /** Over headers and content, as RFC 4130, 7.3.1, wants it of what is signed. */
    static MIC mic(MimeBodyPart part, ECryptoAlgorithmSign algorithm) throws LibraryException {
        return Library.call(() -> crypto().calculateMIC(part, algorithm, true));
    }

    static boolean isEncrypted(MimeBodyPart part) throws LibraryException {
        return Library.call(() -> crypto().isEncrypted(part));
    }

    static boolean isSigned(MimeBodyPart part) throws LibraryException {
        return Library.call(() -> crypto().isSigned(part));
    }

    static boolean isCompressed(MimeBodyPart part) throws LibraryException {
        return Library.call(() -> crypto().isCompressed(part.getContentType()));
    }

    /** By whichever of our keys it was meant for. */
    static MimeBodyPart decrypted(MimeBodyPart part, OwnKeys keys, AS2ResourceHelper files) throws LibraryException {
        LibraryException last = null;
        for (OwnKeys.Pair pair : keys.all()) {
            try {
                return Library.call(() -> crypto().decrypt(part, pair.certificate(), pair.key(), false, files));
            } catch (LibraryException e) {
                last = e;
            }
        }
        throw last;
    }

    /** What was signed, once one of the certificates vouches for it; certificates that came along are not believed. */
    static MimeBodyPart verified(MimeBodyPart part, List<X509Certificate> by, AS2ResourceHelper files)
            throws LibraryException {
        Library.call(() -> requireSigner(part));
        LibraryException first = null;
        for (X509Certificate one : by) {
            try {
                return Library.call(() -> crypto().verify(part, one, false, false, null, files));
            } catch (LibraryException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    /** as2-lib asks every signer of the message and so is content when there is none. */
    private static boolean requireSigner(MimeBodyPart part)
            throws GeneralSecurityException, IOException, MessagingException, CMSException {
        if (part.getContent() instanceof MimeMultipart parts && parts.getCount() == 2) {
            CMSSignedData signature = new CMSSignedData(parts.getBodyPart(1).getInputStream());
            if (signature.getSignerInfos().size() == 0) {
                throw new SignatureException("The signature has no signer");
            }
            return true;
        }
        throw new SignatureException("A signed message has two parts: what is signed, and the signature");
    }

    /** @param most bytes that it may have then; more is an {@link IOException} */
    static MimeBodyPart decompressed(MimeBodyPart part, long most, AS2ResourceHelper files) throws LibraryException {
        return Library.call(() -> SMIMEUtil.toMimeBodyPart(
                new SMIMECompressedParser(part).getContent(new ZlibExpanderProvider(most)), files.createTempFile()));
    }

    /** By its name in lower case, as {@code sha-256}; null for one that is not known. */
    static ECryptoAlgorithmSign digest(String name) {
        return ECryptoAlgorithmSign.getFromIDOrNull(name.toLowerCase(Locale.ROOT));
    }
}
