package org.koppel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.shared.PartyId;

class PictureAddressesTest {
    private static final PartyId BOUWGROEP = new PartyId("bouwgroep");
    private static final PartyId ZORGGROEP = new PartyId("zorggroep");
    private static final String HIDDEN_FROM_ZORGGROEP = "100999";
    private static final String PLACE = "https://shop.example/pictures/";

    private final TestCatalogue catalogue = new TestCatalogue(TestCatalogue.demo());
    private final PictureAddresses addresses = catalogue.pictureAddresses();

    private String name(PartyId customer, String article) {
        String address = addresses.of(customer).apply(article);
        assertThat(address).matches("https://shop[.]example/pictures/[A-Za-z0-9_-]+[.]svg");
        return address.substring(PLACE.length());
    }

    @Test
    void anArticlesPictureIsFoundAtItsAddressWhichStaysTheSame() {
        String name = name(BOUWGROEP, "100001");

        assertThat(addresses.picture(name).orElseThrow().content())
                .isEqualTo(catalogue
                        .pictures()
                        .of(BOUWGROEP, "100001")
                        .orElseThrow()
                        .content());
        assertThat(name(BOUWGROEP, "100001")).isEqualTo(name);
        assertThat(name(ZORGGROEP, "100001")).isNotEqualTo(name);
    }

    @Test
    void nobodyMakesTheAddressOfAnotherArticleOrCustomer() {
        byte[] known = Base64.getUrlDecoder().decode(name(ZORGGROEP, "100001").replace(".svg", ""));
        byte[] article = known.clone();
        System.arraycopy(HIDDEN_FROM_ZORGGROEP.getBytes(StandardCharsets.US_ASCII), 0, article, known.length - 6, 6);
        byte[] customer = known.clone();
        System.arraycopy("bouwgroep".getBytes(StandardCharsets.US_ASCII), 0, customer, 16, 9);
        byte[] signature = known.clone();
        signature[15] ^= 1;

        for (byte[] made : List.of(article, customer, signature, Arrays.copyOfRange(known, 16, known.length))) {
            String name = Base64.getUrlEncoder().withoutPadding().encodeToString(made) + ".svg";
            assertThat(addresses.picture(name)).as(name).isEmpty();
        }
        for (String name : List.of("", ".svg", "100001", "100001.svg", "%", "a b.svg", "\0.svg")) {
            assertThat(addresses.picture(name)).as(name).isEmpty();
        }
    }

    @Test
    void anAddressEndsWithTheArticlesPlaceInTheAssortment() {
        assertThat(addresses.picture(name(BOUWGROEP, HIDDEN_FROM_ZORGGROEP))).isPresent();
        assertThat(addresses.picture(name(ZORGGROEP, HIDDEN_FROM_ZORGGROEP))).isEmpty();
        assertThat(addresses.picture(name(BOUWGROEP, "no such article"))).isEmpty();
    }
}
