package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes with an old or a wrong address is told how to start again, in the own language, and nothing happens to the cart. */
class ExpiredVisitIT {
    private final Koppel koppel = Koppel.running();

    @ParameterizedTest
    @CsvSource({
        "nl, Uw bezoek is verlopen, opnieuw in uw inkoopsysteem",
        "fr, Votre visite a expiré, Rouvrez le catalogue",
        "de, Ihr Besuch ist abgelaufen, Starten Sie den Katalog",
        "en, Your visit has expired, Start the catalogue again in your procurement system"
    })
    void anExpiredVisitSaysHowToStartAgain(String language, String title, String cure) throws Exception {
        String shop = visit();
        expire(shop);

        for (String page : List.of("", "cart", "search?q=kabel", "articles/100001", "transfer", "quick", "lists")) {
            HttpResponse<String> answer = in(language, shop + page);
            assertThat(answer.statusCode()).as(page).isEqualTo(410);
            assertThat(answer.body())
                    .contains("<html lang=\"" + language + "\"", title, cure)
                    .doesNotContain(shop);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Dit bezoek is niet bekend",
        "fr, Cette visite est inconnue",
        "de, Dieser Besuch ist nicht bekannt",
        "en, This visit is not known"
    })
    void anUnknownTokenSaysHowToStartAgain(String language, String title) {
        HttpResponse<String> answer = in(language, "/shop/no-such-visit/cart");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<html lang=\"" + language + "\"", title);
    }

    @Test
    void aVisitThatExpiresWhileTheCartIsFilledTakesNothingHome() throws Exception {
        String shop = visit();
        assertThat(add(shop).statusCode()).isEqualTo(303);
        expire(shop);

        assertThat(add(shop).statusCode()).isEqualTo(410);
        assertThat(koppel.postForm(shop + "quick", Map.of("number", "100001", "quantity", "1"))
                        .statusCode())
                .isEqualTo(410);
        assertThat(koppel.postForm(shop + "transfer", Map.of()).statusCode()).isEqualTo(410);
        assertThat(koppel.get(shop + "transfer").body()).doesNotContain("punchout-return");
        HttpResponse<String> part = koppel.send(
                koppel.request(shop + "cart").header("HX-Request", "true").GET());
        assertThat(part.statusCode()).isEqualTo(410);
        assertThat(part.body()).contains("Your visit has expired").doesNotContain("<html");
    }

    private HttpResponse<String> in(String language, String path) {
        return koppel.send(
                koppel.request(path).header("Accept-Language", language).GET());
    }

    private HttpResponse<String> add(String shop) {
        return koppel.postForm(shop + "cart/lines", Map.of("article", "100001", "quantity", "1"));
    }

    private String visit() {
        Map<String, String> call = Map.of(
                "USERNAME",
                koppel.property("customer.bouwgroep.oci.username"),
                "PASSWORD",
                koppel.property("customer.bouwgroep.oci.password"),
                "HOOK_URL",
                "http://127.0.0.1:9/in",
                "LANGUAGE",
                "en");
        return koppel.postForm("/oci", call).headers().firstValue("Location").orElseThrow();
    }

    /** As if its time had passed. */
    private static void expire(String shop) throws Exception {
        String token = shop.replaceFirst(".*/shop/([^/]+)/.*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        try (Connection database = RunningKoppel.demo().database().connect();
                PreparedStatement update = database.prepareStatement(
                        "update punchout_visit set expires_at = now() - interval '1 minute' where token_hash = ?")) {
            update.setBytes(1, hash);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
