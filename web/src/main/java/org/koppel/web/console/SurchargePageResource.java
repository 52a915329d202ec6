package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.ArticleSurcharge;
import org.koppel.catalogue.ArticleSurcharges;
import org.koppel.catalogue.CsvRows;
import org.koppel.catalogue.SurchargeKind;
import org.koppel.catalogue.SurchargeKinds;
import org.koppel.operations.Audit;
import org.koppel.web.security.Roles;

/** Recupel, Ecotax, Sabam: which there are, and which article owes how much; one by one or many by a list. */
@Path("surcharges")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class SurchargePageResource {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;
    private static final ArticleSurcharge NOTHING = new ArticleSurcharge("", "", "", "", "", "", "", "", "");
    private static final SurchargeKind NO_KIND = new SurchargeKind("", "", Map.of());
    private static final List<String> HEADS = List.of(
            "extra.article",
            "extra.surcharge",
            "extra.amount",
            "extra.kilograms",
            "extra.country",
            "extra.customer",
            "extra.currency",
            "extra.from",
            "extra.to");

    @Inject
    private SurchargeKinds kinds;

    @Inject
    private ArticleSurcharges owed;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /**
     * What the page shows: {@code list} of those articles whose numbers begin with {@code article}, of one surcharge or (empty) all;
     * {@code more} says that there are more; {@code typed} and {@code typedKind} stand in the forms, {@code problem} is a key of the texts
     * or empty.
     */
    public record View(
            List<SurchargeKind> kinds,
            String article,
            String surcharge,
            List<ArticleSurcharge> list,
            boolean more,
            ArticleSurcharge typed,
            SurchargeKind typedKind,
            String problem,
            Imported imported) {}

    @GET
    public Response show(
            @QueryParam("article") @DefaultValue("") String article,
            @QueryParam("surcharge") @DefaultValue("") String surcharge,
            @QueryParam("done") @DefaultValue("") String done) {
        return page(200, view(article, surcharge, NOTHING, NO_KIND, "", Imported.NONE), done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@BeanParam SurchargeForm form, @Context SecurityContext security) {
        ArticleSurcharge said = form.said();
        ArticleSurcharge.Outcome outcome = owed.add(said);
        if (outcome.isRefused()) {
            String problem = "extra." + outcome + ".refused";
            return page(UNPROCESSABLE, view("", "", said, NO_KIND, problem, Imported.NONE), "");
        }
        note(security, said.article() + ": " + said.surcharge() + " " + said.amount());
        return ConsolePages.done("/console/surcharges", "shop");
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@BeanParam SurchargeForm form, @Context SecurityContext security) {
        owed.remove(form.said());
        note(security, form.said().article() + ": – " + form.said().surcharge());
        return ConsolePages.done("/console/surcharges", "shop");
    }

    @POST
    @Path("kinds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @FormParam("number") @DefaultValue("") String number,
            @FormParam("tax") @DefaultValue("") String tax,
            @FormParam("name-nl") @DefaultValue("") String dutch,
            @FormParam("name-fr") @DefaultValue("") String french,
            @FormParam("name-de") @DefaultValue("") String german,
            @FormParam("name-en") @DefaultValue("") String english,
            @Context SecurityContext security) {
        SurchargeKind said =
                new SurchargeKind(number, tax, Map.of("nl", dutch, "fr", french, "de", german, "en", english));
        SurchargeKind.Outcome outcome = kinds.save(said);
        if (outcome != SurchargeKind.Outcome.KEPT) {
            String problem = "extra.kind." + outcome;
            return page(UNPROCESSABLE, view("", "", NOTHING, said, problem, Imported.NONE), "");
        }
        note(security, number);
        return ConsolePages.done("/console/surcharges", "shop");
    }

    @POST
    @Path("kinds/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeKind(
            @FormParam("number") @DefaultValue("") String number, @Context SecurityContext security) {
        SurchargeKind.Outcome outcome = kinds.remove(number);
        if (outcome != SurchargeKind.Outcome.KEPT) {
            String problem = "extra.kind." + outcome;
            return page(UNPROCESSABLE, view("", "", NOTHING, NO_KIND, problem, Imported.NONE), "");
        }
        note(security, "– " + number);
        return ConsolePages.done("/console/surcharges", "shop");
    }

    /** The answer is the page with what became of every line. */
    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@FormParam("file") EntityPart file, @Context SecurityContext security) throws IOException {
        try {
            List<Imported.Line> lines = owed.addAll(ArticleSurcharge.read(UploadedList.content(file))).stream()
                    .map(SurchargePageResource::line)
                    .toList();
            note(security, lines.size() + " lines of a file");
            return page(200, view("", "", NOTHING, NO_KIND, "", new Imported(HEADS, lines)), "");
        } catch (CsvRows.UnreadableException e) {
            String problem = "list." + e.problem();
            return page(UNPROCESSABLE, view("", "", NOTHING, NO_KIND, problem, Imported.NONE), "");
        }
    }

    @GET
    @Path("sample.csv")
    public Response sample() {
        return UploadedList.sample(ArticleSurcharge.SAMPLE, "surcharges.csv");
    }

    private static Imported.Line line(ArticleSurcharge.Line line) {
        ArticleSurcharge s = line.said();
        List<String> cells = List.of(
                s.article(),
                s.surcharge(),
                s.amount(),
                s.kilograms(),
                s.country(),
                s.customer(),
                s.currency(),
                s.from(),
                s.to());
        String refused = line.outcome().isRefused() ? ".refused" : "";
        return new Imported.Line(
                line.number(),
                cells,
                "extra." + line.outcome() + refused,
                line.outcome().isRefused());
    }

    private void note(SecurityContext security, String what) {
        audit.note(security.getUserPrincipal().getName(), "SURCHARGE", null, UploadedList.noted(what));
    }

    private View view(
            String article,
            String surcharge,
            ArticleSurcharge typed,
            SurchargeKind typedKind,
            String problem,
            Imported imported) {
        List<ArticleSurcharge> found = owed.of(article, surcharge, SHOWN + 1);
        return new View(
                kinds.all(),
                article,
                surcharge,
                found.subList(0, Math.min(found.size(), SHOWN)),
                found.size() > SHOWN,
                typed,
                typedKind,
                problem,
                imported);
    }

    private Response page(int status, View view, String done) {
        return pages.show(status, "surcharges", "surcharges", Map.of("view", view, "done", done));
    }
}
