package org.koppel.codec.cxml;

import java.io.IOException;
import java.util.Optional;
import org.koppel.codec.DocumentException;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;
import org.koppel.codec.XmlCursor;

/** One {@code Credential}: who, and what proves it. Either part is empty when it is not there. */
record CredentialPart(Optional<Identity> identity, Optional<Envelope.Proof> proof) {

    static CredentialPart read(Fields fields) throws DocumentException, IOException {
        XmlCursor xml = fields.xml();
        String domain = fields.attribute("domain", Cxml.NAME_LENGTH, "Credential/@domain");
        String identity = null;
        String secret = null;
        MacPart mac = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Identity" -> identity = fields.deepText(Cxml.NAME_LENGTH, "Credential/Identity");
                case "SharedSecret" -> secret = fields.deepText(Cxml.NAME_LENGTH, "Credential/SharedSecret");
                case "CredentialMac" -> mac = MacPart.read(fields);
                default -> {} // DigitalSignature proves nothing to Koppel
            }
        }
        return of(domain, identity, secret, mac);
    }

    private static CredentialPart of(String domain, String identity, String secret, MacPart mac) {
        if (domain == null || identity == null) {
            return new CredentialPart(Optional.empty(), Optional.empty());
        }
        Identity who = new Identity(domain, identity);
        Envelope.Proof proof =
                secret != null ? new Envelope.SharedSecret(who, secret) : mac == null ? null : mac.of(who);
        return new CredentialPart(Optional.of(who), Optional.ofNullable(proof));
    }

    /** {@code CredentialMac}, dates as they were sent because their texts are what was signed. */
    private record MacPart(String type, String algorithm, String created, String expires, String value) {

        static MacPart read(Fields fields) throws DocumentException, IOException {
            XmlCursor xml = fields.xml();
            return new MacPart(
                    xml.attribute("type"),
                    xml.attribute("algorithm"),
                    xml.attribute("creationDate"),
                    xml.attribute("expirationDate"),
                    fields.text(Cxml.NAME_LENGTH, "Credential/CredentialMac"));
        }

        /** Null when a part is missing: then it proves nothing. */
        Envelope.Mac of(Identity who) {
            return type == null || algorithm == null || created == null || expires == null || value == null
                    ? null
                    : new Envelope.Mac(who, type, algorithm, created, expires, value);
        }
    }
}
