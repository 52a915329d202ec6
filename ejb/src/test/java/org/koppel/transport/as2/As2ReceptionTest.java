package org.koppel.transport.as2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koppel.transport.as2.As2Side.KOPPEL;
import static org.koppel.transport.as2.As2Side.STRANGER;

import com.helger.as2lib.client.AS2ClientResponse;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.TestKeys;

/** Messages of as2-lib's own client, and of senders who do not do as they should. */
class As2ReceptionTest {
    private static final As2Side PARTNER = new As2Side("PARTNER", As2Side.PARTNER.keys());
    private static final String ORDERS = "UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14'\nUNZ+0+1'";

    private ReceivingPartner koppel;
    private As2LibClient client;

    @BeforeEach
    void open() throws Exception {
        koppel = new ReceivingPartner(KOPPEL, PARTNER);
        client = new As2LibClient(PARTNER, KOPPEL, koppel.address());
    }

    @AfterEach
    void close() {
        koppel.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CRYPT_AES256_CBC, DIGEST_SHA_256",
        "CRYPT_AES128_GCM, DIGEST_SHA_512",
        "CRYPT_3DES, DIGEST_SHA1",
        "CRYPT_AES256_GCM, DIGEST_SHA256"
    })
    void aSenderOfAnotherMakeIsUnderstoodAndGetsASignedReceiptWithItsMic(
            ECryptoAlgorithmCrypt cipher, ECryptoAlgorithmSign signature) {
        client.sealing(cipher, signature).asking(signature);

        AS2ClientResponse response = client.send(ORDERS);

        assertThat(response.getException()).isNull();
        assertThat(response.getMDNDisposition()).isEqualTo("automatic-action/MDN-sent-automatically; processed");
        assertThat(response.getMDNVerificationCertificate())
                .isEqualTo(KOPPEL.keys().certificate());
        assertThat(client.matched()).isTrue();
        assertThat(koppel.stored).containsExactly(ORDERS);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void compressedBeforeOrAfterTheSignatureItIsTheSame(boolean before) {
        AS2ClientResponse response = client.compressing(before).send(ORDERS);

        assertThat(response.getException()).isNull();
        assertThat(response.getMDNDisposition()).endsWith("; processed");
        assertThat(client.matched()).isTrue();
        assertThat(koppel.stored).containsExactly(ORDERS);
    }

    @Test
    void anUnsignedMessageIsRefusedAlwaysAndAnUnencryptedOneWhereThatWasAgreed() {
        assertThat(refusal(client.sealing(ECryptoAlgorithmCrypt.CRYPT_AES256_CBC, null)))
                .contains("processed/Error: insufficient-message-security", "is not signed");
        client.sealing(null, ECryptoAlgorithmSign.DIGEST_SHA_256);
        assertThat(refusal(client)).contains("processed/Error: insufficient-message-security", "is not encrypted");

        koppel.settings.put("encryption", "optional");

        assertThat(client.send(ORDERS).getMDNDisposition()).endsWith("; processed");
    }

    @Test
    void aSignatureOfSomebodyElseProvesNothing() {
        As2Side liar = new As2Side(PARTNER.id(), STRANGER.keys());

        assertThat(refusal(new As2LibClient(liar, KOPPEL, koppel.address())))
                .contains("processed/Error: authentication-failed", "Give the receiver your newest one", "CN=Partner");
    }

    @Test
    void theOldAndTheNewCertificateAreGoodWhileBothAreHeld() {
        As2Side renewed = new As2Side(PARTNER.id(), STRANGER.keys());
        koppel.settings.put("certificate.other", renewed.pem());

        assertThat(client.send(ORDERS).getMDNDisposition()).endsWith("; processed");
        assertThat(new As2LibClient(renewed, KOPPEL, koppel.address())
                        .send(ORDERS)
                        .getMDNDisposition())
                .endsWith("; processed");
    }

    @Test
    void aMessageForOurNewKeyOpensWhileBothAreHeldAndTheOldOneSigns() {
        As2Side renewed = new As2Side(KOPPEL.id(), TestKeys.rsa("Koppel renewed"));
        koppel.settings.put("keystore", KOPPEL.keystoreWith(renewed));

        AS2ClientResponse toNew = new As2LibClient(PARTNER, renewed, koppel.address()).send(ORDERS);

        assertThat(toNew.getMDNDisposition()).endsWith("; processed");
        assertThat(client.send(ORDERS).getMDNDisposition()).endsWith("; processed");
        assertThat(toNew.getMDNVerificationCertificate())
                .isEqualTo(KOPPEL.keys().certificate());
    }

    @Test
    void aCertificateThatEndedIsNamedWithItsDay() {
        As2Side old = new As2Side(PARTNER.id(), TestKeys.ended("Partner"));
        koppel.settings.put("certificate", old.pem());

        assertThat(refusal(client)).contains("authentication-failed", "until");
    }

    @Test
    void anEncryptionForSomebodyElseIsRefused() {
        As2Side wrong = new As2Side(KOPPEL.id(), STRANGER.keys());

        assertThat(refusal(new As2LibClient(PARTNER, wrong, koppel.address())))
                .contains("processed/Error: decryption-failed", "CN=Koppel");
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() {
        koppel.settings.put("encryption", "optional");
        koppel.onItsWayIn = body -> new String(body, StandardCharsets.ISO_8859_1)
                .replace("EDIPLUS", "EDIMINUS")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(client.sealing(null, ECryptoAlgorithmSign.DIGEST_SHA_256)))
                .contains("processed/Error: integrity-check-failed", "was changed");
    }

    @Test
    void aSignatureWithoutASignerIsNone() throws Exception {
        koppel.settings.put("encryption", "optional");
        ASN1EncodableVector none = new ASN1EncodableVector();
        SignedData empty = new SignedData(
                new DERSet(), new ContentInfo(CMSObjectIdentifiers.data, null), null, null, new BERSet(none));
        byte[] signature = new ContentInfo(CMSObjectIdentifiers.signedData, empty).getEncoded();
        String body = "--b\r\nContent-Type: application/edifact\r\n\r\n" + ORDERS
                + "\r\n--b\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + java.util.Base64.getMimeEncoder().encodeToString(signature) + "\r\n--b--\r\n";
        Map<String, String> headers = headers();
        headers.put(
                "Content-Type",
                "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=b");

        String answer = post(headers, body.getBytes(StandardCharsets.US_ASCII)).body();

        assertThat(answer).contains("processed/Error: authentication-failed");
        assertThat(koppel.stored).isEmpty();
    }

    @Test
    void aSmallMessageThatIsHugeWhenDecompressedIsRefused() {
        AS2ClientResponse response = client.compressing(true).send("0".repeat(3_000_000));

        assertThat(response.getMDNDisposition()).endsWith("processed/Error: decompression-failed");
        assertThat(response.getMDNText()).contains("more than 1000000 bytes");
        assertThat(koppel.stored).isEmpty();
    }

    @Test
    void receiptsAreGivenInTheAnswerOnly() {
        AS2ClientResponse response =
                client.asynchronous("http://127.0.0.1:9/receipts").send(ORDERS);

        assertThat(response.hasException()).isTrue();
        assertThat(koppel.refusals).containsExactly(As2Reception.NO_AS2);
        assertThat(koppel.stored).isEmpty();
    }

    @Test
    void aDigestThatNobodyKnowsIsRefusedAndOneThatIsNotNamedIsTheUsualOne() {
        assertThat(refusal(client.askingForIt(
                        "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, rot13")))
                .contains("failed/Failure: unsupported MIC-algorithms", "sha-256");

        AS2ClientResponse response = client.askingForIt("signed-receipt-protocol=required, pkcs7-signature")
                .send(ORDERS);

        assertThat(response.getMDNDisposition()).endsWith("; processed");
        assertThat(client.matched()).isTrue();
    }

    @Test
    void namesThatAreUnknownOrTheSameAreToldSo() {
        As2Side unknown = new As2Side("NOBODY", PARTNER.keys());
        As2Side self = new As2Side(KOPPEL.id(), PARTNER.keys());

        assertThat(refusal(new As2LibClient(unknown, KOPPEL, koppel.address())))
                .contains("processed/Error: unknown-trading-partner");
        assertThat(refusal(new As2LibClient(self, KOPPEL, koppel.address())))
                .contains("processed/Error: sender-equals-receiver");
    }

    @Test
    void whatIsNoSmimeIsRefusedWithAReceipt() throws Exception {
        Map<String, String> headers = headers();
        headers.put("Content-Type", "application/pkcs7-mime; smime-type=enveloped-data");
        assertThat(post(headers, new byte[] {1, 2, 3}).body()).contains("processed/Error: decryption-failed");

        headers.put("Content-Type", "nonsense");
        HttpResponse<String> answer = post(headers, new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("processed/Error: insufficient-message-security");
    }

    @Test
    void whatIsNoAs2IsABadRequest() throws Exception {
        HttpResponse<String> answer = post(Map.of("Content-Type", "text/plain"), new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("AS2-From or AS2-To is missing");
    }

    @Test
    void whoWantsNoReceiptGetsNone() throws Exception {
        Map<String, String> headers = headers();
        headers.remove("Disposition-Notification-To");
        headers.put("Content-Type", "application/edifact");

        HttpResponse<String> answer = post(headers, new byte[] {1});

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is not encrypted");
    }

    @Test
    void testingAWayInOpensTheKeysAndSaysWhatCannotBeKnown() {
        As2Reception reception = new As2Reception(java.time.Clock.systemUTC());

        assertThat(reception.check(koppel.settings).detail())
                .contains(
                        "CN=Koppel until", "CN=Partner until", "agree on the next one now", "only a message can show");
        koppel.settings.put("keystore.password", "wrong");
        DeliveryOutcome outcome = reception.check(koppel.settings);
        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.REJECTED);
        assertThat(outcome.detail()).contains("keystore.password").doesNotContain("wrong");
    }

    /** Disposition and text of the receipt; nothing was stored. */
    private String refusal(As2LibClient sender) {
        AS2ClientResponse response = sender.send(ORDERS);
        assertThat(koppel.stored).isEmpty();
        assertThat(response.hasMDN()).isTrue();
        return response.getMDNDisposition() + " " + response.getMDNText();
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "AS2-From",
                PARTNER.id(),
                "AS2-To",
                KOPPEL.id(),
                "Message-ID",
                "<1@partner>",
                "Disposition-Notification-To",
                "edi@partner.example"));
    }

    private HttpResponse<String> post(Map<String, String> headers, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(koppel.address()))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        headers.forEach(request::header);
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
