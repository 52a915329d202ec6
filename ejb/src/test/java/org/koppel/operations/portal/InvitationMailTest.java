package org.koppel.operations.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koppel.party.Customer;
import org.koppel.shared.PartyId;
import org.koppel.transport.Delivery;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Setting;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportId;
import org.koppel.transport.TransportRegistry;

class InvitationMailTest {
    private static final String LINK = "https://shop.example/portal/invitation/a1b2&c";
    private final InvitationMail mail = new InvitationMail();
    private final Catcher catcher = new Catcher();

    @BeforeEach
    void wire() {
        mail.transports = new TransportRegistry() {
            @Override
            public Optional<Transport> byId(TransportId id) {
                return Optional.<Transport>of(catcher).filter(c -> c.id().equals(id));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"nl, Beste", "fr, Bonjour", "de, Guten Tag", "en, Dear"})
    void thePersonGetsTheLinkInTheCustomersLanguage(String language, String greeting) {
        assertThat(send(language, "Lies <b>Baert</b>")).isTrue();
        assertThat(catcher.caught.settings()).isEqualTo(Map.of("to", "lies@bouwgroep.example"));
        assertThat(catcher.caught.subject()).isNotBlank().doesNotContain("portal/invitation");
        assertThat(catcher.caught.parts()).singleElement().satisfies(part -> {
            String page = new String(part.content(), StandardCharsets.UTF_8);
            assertThat(page)
                    .contains("lang=\"" + language + "\"", greeting + " Lies &lt;b&gt;Baert&lt;/b&gt;", "Bouwgroep")
                    .contains("<a href=\"" + LINK.replace("&", "&amp;") + "\">", "2026")
                    .doesNotContain("<b>", "{0}");
        });
    }

    @Test
    void aMailThatCannotBeSentIsSaid() {
        catcher.outcome = DeliveryOutcome.retry("SMTP_451", "later");
        assertThat(send("en", "Lies")).isFalse();
        catcher.outcome = DeliveryOutcome.rejected("SMTP_550", "no such user");
        assertThat(send("en", "Lies")).isFalse();
        catcher.outcome = null;
        assertThat(send("en", "Lies")).isFalse();
    }

    @Test
    void anInvitationNeverShowsItsLink() {
        assertThat(new InvitationMail.Invitation("Lies", LINK, Instant.EPOCH).toString())
                .doesNotContain("a1b2");
    }

    private boolean send(String language, String person) {
        return mail.send(
                new Speaking(language),
                "lies@bouwgroep.example",
                new InvitationMail.Invitation(person, LINK, Instant.parse("2026-01-08T08:00:00Z")));
    }

    private static final class Catcher implements Transport {
        private Delivery caught;
        /** Null: no connection. */
        private DeliveryOutcome outcome = DeliveryOutcome.delivered("taken");

        @Override
        public TransportId id() {
            return new TransportId("mail");
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public DeliveryOutcome check(Map<String, String> settings) {
            return outcome;
        }

        @Override
        public DeliveryOutcome deliver(Delivery delivery) throws IOException {
            caught = delivery;
            if (outcome == null) {
                throw new IOException("Connection refused");
            }
            return outcome;
        }
    }

    private static final class Speaking extends Customer {
        private final String language;

        Speaking(String language) {
            this.language = language;
        }

        @Override
        public PartyId id() {
            return new PartyId("bouwgroep");
        }

        @Override
        public String name() {
            return "Bouwgroep";
        }

        @Override
        public String language() {
            return language;
        }
    }
}
