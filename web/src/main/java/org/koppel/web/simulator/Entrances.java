package org.koppel.web.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.koppel.codec.FormatId;
import org.koppel.inbound.Inbox;
import org.koppel.inbound.Incoming;
import org.koppel.inbound.Receipt;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.party.Customers;
import org.koppel.party.CxmlSignatures;
import org.koppel.party.Site;
import org.koppel.party.Suppliers;
import org.koppel.platform.DemoSecrets;
import org.koppel.platform.Settings;
import org.koppel.punchout.FormField;
import org.koppel.punchout.ids.IdsCall;
import org.koppel.punchout.ids.IdsEntry;
import org.koppel.punchout.ids.IdsRefusedException;
import org.koppel.punchout.oci.Dialects;
import org.koppel.punchout.oci.OciCall;
import org.koppel.punchout.oci.OciEntry;
import org.koppel.punchout.oci.OciFunctions;
import org.koppel.punchout.oci.OciRefusedException;
import org.koppel.punchout.peppol.PeppolCall;
import org.koppel.punchout.peppol.PeppolEntry;
import org.koppel.punchout.peppol.PeppolRefusedException;
import org.koppel.shared.PartyId;
import org.koppel.web.punchout.OciAnswers;
import org.koppel.web.simulator.judge.CxmlAnswer;

/**
 * Sends what a buyer's system would send through the very services that the real entrances call, with the customer's credential:
 * log-in, throttling, agreed addresses and the inbox are those of every day.
 */
@ApplicationScoped
public class Entrances {
    private static final FormatId CXML = new FormatId("cxml-1.2");

    /** Codes of a Status that have words of their own. */
    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 409, 412, 450);

    @Inject
    OciEntry oci;

    @Inject
    OciFunctions functions;

    @Inject
    OciAnswers answers;

    @Inject
    IdsEntry ids;

    @Inject
    PeppolEntry peppol;

    @Inject
    Inbox inbox;

    @Inject
    CxmlSignatures signatures;

    @Inject
    Dialects dialects;

    @Inject
    Suppliers suppliers;

    @Inject
    Customers customers;

    @Inject
    DemoSecrets demo;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /**
     * What was answered, exactly one of the last three is not null.
     *
     * @param answer in the protocol's own form
     * @param refused key of a text that says why
     * @param place the page of the shop that was opened, as a path
     * @param form fields that came home at once
     */
    public record Sent(String answer, String refused, String place, List<FormField> form) {}

    /** What became of an order. @param answer as cXML; empty: it was not sent, as the customer has no credential for it */
    public record Ordered(String document, String answer, UUID message) {}

    /** The request with its secrets covered. @param id of the simulation */
    public String request(Wish wish, Coupling who, String id) {
        PartyId customer = new PartyId(who.customer());
        return switch (wish.system().protocol()) {
            case OCI ->
                FormBody.write(FormRequests.oci(wish, who, dialects.of(customer).parameters()));
            case IDS -> FormBody.write(FormRequests.ids(wish, who));
            case PEPPOL -> FormBody.write(FormRequests.peppol(wish, who, id.substring(0, 12)));
            case CXML -> requests(wish.system(), who).setup(wish, id);
        };
    }

    /** Whether the person has to type the customer's password: Koppel knows its hash only, but in the demo. */
    public boolean asksForPassword(BuyerSystem system, String customer) {
        return system.protocol().needsPassword() && demoPassword(customer).isEmpty();
    }

    private Optional<String> demoPassword(String customer) {
        return settings.demo() && demo.knows("customer." + customer + ".oci.password")
                ? Optional.of(demo.get("customer." + customer + ".oci.password"))
                : Optional.empty();
    }

    /**
     * @param typed the customer's password; in the demo it may be empty
     * @param address where the person sits, for counting failed log-ins
     */
    public Sent send(BuyerSystem system, Coupling who, String request, String typed, String address) {
        if (system.protocol() == Protocol.CXML) {
            return setup(who, request, address);
        }
        String password = typed.isEmpty() ? demoPassword(who.customer()).orElse("") : typed;
        List<FormField> fields = FormBody.read(request).stream()
                .map(f -> f.value().equals(FormRequests.COVERED) ? new FormField(f.name(), password) : f)
                .toList();
        Optional<String> pinned = Optional.of(who.customer());
        try {
            return switch (system.protocol()) {
                case OCI -> oci(OciCall.of(List.of(), fields), pinned, address);
                case IDS -> ids(IdsCall.of(List.of(), fields), pinned, address);
                default -> opened(peppol.enter(PeppolCall.of(List.of(), fields), pinned, address) + "/");
            };
        } catch (OciRefusedException e) {
            return refused(e.reason().status(), "refused." + e.reason());
        } catch (IdsRefusedException e) {
            return refused(e.reason().status(), "ids." + e.reason());
        } catch (PeppolRefusedException e) {
            return refused(e.reason().status(), "refused." + e.reason());
        }
    }

    private Sent oci(OciCall call, Optional<String> pinned, String address) {
        Optional<OciFunctions.Answer> answer = functions.answer(call, pinned, address);
        if (answer.isPresent() && answer.get().form() != null) {
            String page = new String(answers.page(answer.get(), "/assets/"), StandardCharsets.UTF_8);
            String said = "HTTP/1.1 200 OK\nContent-Type: " + OciAnswers.CONTENT_TYPE + "\n\n" + page;
            return new Sent(said, null, null, answer.get().form().fields());
        }
        return opened(oci.enter(call, pinned, address));
    }

    private Sent ids(IdsCall call, Optional<String> pinned, String address) {
        return opened(ids.enter(call, pinned, address).token() + "/" + call.place());
    }

    /** The visit's token stays out of what is kept: whoever has it is in the shop. */
    private static Sent opened(String place) {
        String page = place.substring(place.indexOf('/'));
        return new Sent("HTTP/1.1 303 See Other\nLocation: /shop/********" + page, null, "/shop/" + place, null);
    }

    private static Sent refused(int status, String key) {
        return new Sent("HTTP/1.1 " + status, key, null, null);
    }

    private Sent setup(Coupling who, String request, String address) {
        String again =
                request.replaceFirst("@simulator", "." + clock.millis() + "@simulator"); // a payloadID of its own
        Optional<Receipt> receipt = receive(who, again, address);
        if (receipt.isEmpty()) {
            return refused(401, "sim.nocxml");
        }
        String answer = text(receipt.get());
        CxmlAnswer read = CxmlAnswer.of(answer);
        String shop = settings.publicUrl() + "/shop/";
        if (!read.good() || read.startPage() == null || !read.startPage().startsWith(shop)) {
            String code = EXPLAINED.contains(read.code()) ? String.valueOf(read.code()) : "other";
            return new Sent(answer, "cxml." + code, null, null);
        }
        String place = read.startPage().substring(shop.length());
        String token = place.replaceFirst("[/?].*", "");
        return new Sent(answer.replace(token, "********"), null, "/shop/" + place, null);
    }

    /** @param id of the simulation: a repeated click is the same order */
    public Ordered order(BuyerSystem system, Coupling who, String id, List<ReturnedLine> lines, String address) {
        PartyId customer = new PartyId(who.customer());
        Site site = customers.sites(customer).stream().findFirst().orElse(null);
        String language = customers.byId(customer).map(c -> c.language()).orElse("en");
        String document = requests(system, who).order(id, orderNumber(id), lines, site, language);
        return receive(who, document, address)
                .map(r -> new Ordered(document, text(r), r.id()))
                .orElse(new Ordered(document, "", null));
    }

    /** The number of a simulation's order: letters and digits, beginning with SIM. */
    public static String orderNumber(String id) {
        return "SIM-" + id.replaceAll("[^A-Za-z0-9]", "").substring(0, 10);
    }

    private CxmlRequests requests(BuyerSystem system, Coupling who) {
        return new CxmlRequests(
                system, who, suppliers.get(), OffsetDateTime.now(clock).withNano(0));
    }

    private Optional<Receipt> receive(Coupling who, String covered, String address) {
        if (who.identity() == null) {
            return Optional.empty();
        }
        return signatures
                .sign(new PartyId(who.customer()), who.domain(), who.identity())
                .map(s -> receive(CxmlRequests.signed(covered, s).getBytes(StandardCharsets.UTF_8), address));
    }

    private Receipt receive(byte[] content, String address) {
        try {
            return inbox.receive(new Incoming(
                    "http-cxml",
                    Optional.of(CXML),
                    "text/xml; charset=UTF-8",
                    Optional.empty(),
                    Optional.empty(),
                    address,
                    new ByteArrayInputStream(content),
                    content.length));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read a message from memory", e);
        }
    }

    private static String text(Receipt receipt) {
        return receipt.answer()
                .map(a -> new String(a.content(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
