package org.koppel.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.codec.Envelope;
import org.koppel.codec.Envelope.Identity;

/** With the values that the cXML guide shows in its ProfileResponse and other implementations test with. */
class CredentialMacTest {
    private static final Identity BUYER = new Identity("NetworkID", "AN9900000100");
    private static final String SECRET = "abracadabra";
    private static final Instant IN_TIME = Instant.parse("2003-01-15T17:00:00Z");

    private static Envelope.Mac mac(String value) {
        return new Envelope.Mac(
                BUYER,
                "FromSenderCredentials",
                "HMAC-SHA1-96",
                "2003-01-15T08:42:46-08:00",
                "2003-01-15T11:42:46-08:00",
                value);
    }

    private static boolean proves(Envelope.Mac mac, Identity from, String secret, Instant now) {
        return CredentialMac.verify(mac, List.of(from), secret, now);
    }

    @ParameterizedTest
    @CsvSource({"abracadabra,cR6Jpz58nriXERDN", "password,5KMM/p4KtK5oAf/B"})
    void theGuidesOwnCodeIsGood(String secret, String value) {
        assertThat(proves(mac(value), BUYER, secret, IN_TIME)).isTrue();
    }

    @Test
    void caseAndBlanksOfTheNamesDoNotMatter() {
        assertThat(proves(mac("cR6Jpz58nriXERDN"), new Identity("networkid", " an9900000100 "), SECRET, IN_TIME))
                .isTrue();
    }

    @Test
    void anyOfSeveralSendersMayHaveBeenSigned() {
        List<Identity> from = List.of(new Identity("DUNS", "1"), BUYER);

        assertThat(CredentialMac.verify(mac("cR6Jpz58nriXERDN"), from, SECRET, IN_TIME))
                .isTrue();
    }

    @Test
    void anotherSecretOrAnotherBuyerProvesNothing() {
        assertThat(proves(mac("cR6Jpz58nriXERDN"), BUYER, "abracadabrA", IN_TIME))
                .isFalse();
        assertThat(proves(mac("cR6Jpz58nriXERDN"), new Identity("NetworkID", "AN9900000101"), SECRET, IN_TIME))
                .isFalse();
        assertThat(CredentialMac.verify(mac("cR6Jpz58nriXERDN"), List.of(), SECRET, IN_TIME))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2003-01-15T16:42:45Z,false",
        "2003-01-15T16:42:46Z,true",
        "2003-01-15T19:42:45Z,true",
        "2003-01-15T19:42:46Z,false"
    })
    void itHoldsFromItsCreationUntilItsExpiration(Instant now, boolean good) {
        assertThat(proves(mac("cR6Jpz58nriXERDN"), BUYER, SECRET, now)).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"''", "cR6J", "'***'", "cR6Jpz58nriXERDNAAAA"})
    void aCodeThatIsNoneProvesNothing(String value) {
        assertThat(proves(mac(value), BUYER, SECRET, IN_TIME)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Other,HMAC-SHA1-96,2003-01-15T08:42:46-08:00",
        "FromSenderCredentials,MD5,2003-01-15T08:42:46-08:00",
        "FromSenderCredentials,HMAC-SHA1-96,yesterday"
    })
    void anotherTypeAlgorithmOrDateProvesNothing(String type, String algorithm, String created) {
        Envelope.Mac other =
                new Envelope.Mac(BUYER, type, algorithm, created, "2003-01-15T11:42:46-08:00", "cR6Jpz58nriXERDN");

        assertThat(proves(other, BUYER, SECRET, IN_TIME)).isFalse();
    }
}
