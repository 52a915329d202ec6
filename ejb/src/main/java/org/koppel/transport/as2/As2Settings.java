package org.koppel.transport.as2;

import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koppel.transport.PartnerAddress;
import org.koppel.transport.Setting;
import org.koppel.transport.UnusableSettingsException;

/** A channel's settings, checked. {@code encryption} is null where none is agreed; {@code fingerprint} is empty where none is given. */
record As2Settings(
        URI address,
        As2Names names,
        OwnKeys keys,
        Certificates partner,
        ECryptoAlgorithmSign signing,
        ECryptoAlgorithmCrypt encryption,
        boolean compressing,
        String subject,
        String fingerprint) {
    /** Who the two are and how they prove it, in a channel as in a way in. */
    static final List<Setting> BOTH_WAYS = List.of(
            new Setting("own.id", true, false),
            new Setting("partner.id", true, false),
            new Setting("keystore", true, true),
            new Setting("keystore.password", false, true),
            new Setting("certificate", true, false),
            new Setting("certificate.other", false, false));

    /** RFC 5751; the first is usual. */
    static final List<String> DIGESTS = List.of("sha-256", "sha-384", "sha-512", "sha-1");

    static final List<String> CIPHERS = List.of("aes256-cbc", "aes128-cbc", "aes256-gcm", "aes128-gcm", "3des", "none");

    static final List<String> COMPRESSION = List.of("no", "yes");

    /** Whether what comes in has to be encrypted. */
    static final List<String> ENCRYPTION = List.of("required", "optional");

    /**
     * @param onLoopback whether addresses of this machine and plain HTTP are allowed, as in the demo
     * @throws UnusableSettingsException naming the setting that is missing or wrong
     */
    static As2Settings of(Map<String, String> settings, boolean onLoopback) throws UnusableSettingsException {
        String digest = oneOf(settings, "sign", DIGESTS);
        String cipher = oneOf(settings, "encrypt", CIPHERS);
        return new As2Settings(
                PartnerAddress.of("url", UnusableSettingsException.required(settings, "url"), onLoopback),
                As2Names.ours(settings),
                OwnKeys.of(settings),
                Certificates.of(settings),
                ECryptoAlgorithmSign.getFromIDOrThrow(digest),
                cipher.equals("none") ? null : ECryptoAlgorithmCrypt.getFromIDOrThrow(cipher),
                oneOf(settings, "compress", COMPRESSION).equals("yes"),
                settings.getOrDefault("subject", "").strip(),
                settings.getOrDefault("fingerprint", "").strip());
    }

    /** What a setting says; the first of what it may say where it says nothing. */
    static String oneOf(Map<String, String> settings, String name, List<String> all) throws UnusableSettingsException {
        String value = settings.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return all.get(0);
        }
        if (!all.contains(value)) {
            throw new UnusableSettingsException(
                    "BAD_SETTING",
                    "The setting \"" + name + "\" is \"" + value + "\"; enter one of " + String.join(", ", all));
        }
        return value;
    }

    @Override
    public String toString() {
        return "AS2 " + names + " at " + address; // no secrets in logs
    }
}
