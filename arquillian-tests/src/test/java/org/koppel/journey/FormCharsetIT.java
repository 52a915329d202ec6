package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Browsers post UTF-8 and do not say so: what a person types comes back as it was typed. */
@ChangesTheDemo
class FormCharsetIT {
    private static final String TYPED = "Café \u20ac \u0142 Zoë";

    private final Koppel koppel = Koppel.running();

    @Test
    void theNameOfAListIsKept() {
        Craftsman buyer = new Craftsman(
                koppel,
                koppel.postForm(
                        "/oci",
                        Map.of(
                                "USERNAME", koppel.property("customer.bouwgroep.oci.username"),
                                "PASSWORD", koppel.property("customer.bouwgroep.oci.password"),
                                "HOOK_URL", "http://127.0.0.1:9/in")));
        String name = TYPED + " " + UUID.randomUUID().toString().substring(0, 8);
        buyer.add("100001", "1");

        buyer.post("lists", Map.of("name", name));

        assertThat(buyer.page("lists").body()).contains(name);
    }

    @Test
    void anotherWordInTheConsoleIsKept() {
        Console console = new Console(koppel);
        String kept = "boite"; // words are kept as they are searched for

        console.post("/console/synonyms", Map.of("language", "fr", "word", "boîte", "means", "coffret"));
        String page = console.page("/console/synonyms?language=fr&q=bo%C3%AEte");
        console.post("/console/synonyms/remove", Map.of("language", "fr", "word", kept, "means", "coffret"));

        assertThat(page).contains(">" + kept + "<", ">coffret<").doesNotContain("boã", "BoÃ");
        assertThat(console.page("/console/synonyms?language=fr&q=bo%C3%AEte")).doesNotContain(">coffret<");
    }
}
