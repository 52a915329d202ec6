package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.koppel.operations.Couplings;
import org.koppel.operations.Couplings.Coupling;
import org.koppel.operations.Simulation;
import org.koppel.operations.Simulations;
import org.koppel.web.security.Origins;
import org.koppel.web.security.Roles;
import org.koppel.web.security.SecurityHeaders;
import org.koppel.web.simulator.BuyerSystem;
import org.koppel.web.simulator.BuyerSystems;
import org.koppel.web.simulator.Entrances;
import org.koppel.web.simulator.Operation;
import org.koppel.web.simulator.Protocol;
import org.koppel.web.simulator.ReturnedLine;
import org.koppel.web.simulator.Wish;

/** Where a punch-out is chosen: which customer, by which system, to do what. */
@Path("simulator")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class SimulatorResource {
    static final String HERE = "/console/simulator";

    @Inject
    private Couplings couplings;

    @Inject
    private Simulations simulations;

    @Inject
    private SimulationViews views;

    @Inject
    private Entrances entrances;

    @Inject
    private ConsolePages pages;

    /** What the form of the page sends. */
    public static class Choice {
        @FormParam("customer")
        @DefaultValue("")
        String customer;

        @FormParam("system")
        @DefaultValue("")
        String system;

        @FormParam("operation")
        @DefaultValue("CREATE")
        String operation;

        @FormParam("article")
        @DefaultValue("")
        String article;

        @FormParam("quantity")
        @DefaultValue("")
        String quantity;

        @FormParam("words")
        @DefaultValue("")
        String words;

        @FormParam("cart")
        @DefaultValue("")
        String cart;

        @FormParam("display")
        @DefaultValue("frame")
        String display;
    }

    /** What the page shows. {@code carts} came home earlier and can be edited or inspected; {@code wrong} names a field. */
    public record View(
            List<Coupling> couplings,
            Coupling who,
            List<BuyerSystem> systems,
            BuyerSystem system,
            List<Simulation> recent,
            List<Simulation> carts,
            String wrong) {

        /** Whether the customer has what lets a buyer in by this protocol. */
        public boolean possible() {
            return who != null && (system.protocol() == Protocol.CXML ? who.identity() : who.username()) != null;
        }
    }

    @GET
    public Response choose(
            @QueryParam("customer") @DefaultValue("") String customer,
            @QueryParam("system") @DefaultValue("sap-srm") String wanted,
            @QueryParam("wrong") @DefaultValue("") String wrong,
            @Context SecurityContext security) {
        List<Coupling> all = couplings.all();
        Coupling who = all.stream()
                .filter(c -> c.customer().equals(customer))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
        BuyerSystem system = BuyerSystems.byId(wanted).orElse(BuyerSystems.all().get(0));
        List<Simulation> recent = simulations.of(security.getUserPrincipal().getName());
        List<Simulation> carts = who == null
                ? List.of()
                : recent.stream()
                        .filter(s -> s.customer().equals(who.customer()) && s.returned() != null)
                        .filter(s -> SimulationViews.system(s).protocol() == Protocol.CXML)
                        .toList();
        View view = new View(all, who, BuyerSystems.all(), system, recent, carts, wrong);
        return pages.show("simulator", "simulator", Map.of("v", view));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@BeanParam Choice choice, @Context UriInfo uri, @Context SecurityContext security) {
        String user = security.getUserPrincipal().getName();
        Coupling who = couplings.all().stream()
                .filter(c -> c.customer().equals(choice.customer))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        BuyerSystem system = BuyerSystems.byId(choice.system).orElseThrow(NotFoundException::new);
        Operation operation = system.operations().stream()
                .filter(o -> o.name().equals(choice.operation))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        List<ReturnedLine> cart = operation.needsCart() ? cart(choice.cart, who, user) : List.of();
        String wrong = wrong(choice, operation, cart);
        if (!wrong.isEmpty()) {
            String back = "?customer=" + who.customer() + "&system=" + system.id() + "&wrong=" + wrong;
            return ConsolePages.goTo(HERE + back).build();
        }
        String id = simulations.newId();
        String home = Origins.of(uri.getRequestUri()) + HERE + "/" + id + "/return" + query(system);
        Wish wish = wish(choice, system, operation, home, cart);
        String request = entrances.request(wish, who, id);
        simulations.begin(
                Simulation.prepared(id, user, who.customer(), system.id(), operation.name(), wish.framed(), request));
        return ConsolePages.goTo(HERE + "/" + id).build();
    }

    private Wish wish(Choice choice, BuyerSystem system, Operation operation, String home, List<ReturnedLine> cart) {
        return new Wish(
                system,
                operation,
                choice.article.strip(),
                choice.quantity.strip(),
                choice.words.strip(),
                home,
                pages.texts().language(),
                choice.display.equals("frame"),
                cart);
    }

    private static String wrong(Choice choice, Operation operation, List<ReturnedLine> cart) {
        if (operation.needsArticle() && choice.article.isBlank()) {
            return "article";
        }
        if (operation.needsWords() && choice.words.isBlank()) {
            return "words";
        }
        return operation.needsCart() && cart.isEmpty() ? "cart" : "";
    }

    private List<ReturnedLine> cart(String id, Coupling who, String user) {
        return simulations
                .byId(id, user)
                .filter(s -> s.customer().equals(who.customer()) && s.returned() != null)
                .map(views::lines)
                .orElse(List.of());
    }

    /** OCI hands back the query of its return address, which is a rule to be tried. */
    private static String query(BuyerSystem system) {
        return system.protocol() == Protocol.OCI ? "?sid=4711" : "";
    }

    /** What the frame shows before the shop opens in it. */
    @GET
    @Path("blank")
    public Response blank() {
        return framed(pages.plain(200, "blank", Map.of()));
    }

    static Response framed(Response page) {
        return Response.fromResponse(page)
                .header(SecurityHeaders.POLICY, SecurityHeaders.FRAMED_BY_US)
                .build();
    }
}
