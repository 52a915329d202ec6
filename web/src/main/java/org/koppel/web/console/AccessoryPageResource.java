package org.koppel.web.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.koppel.catalogue.Accessories;
import org.koppel.catalogue.Accessory;
import org.koppel.catalogue.CsvRows;
import org.koppel.operations.Audit;
import org.koppel.web.security.Roles;

/** What is bought together with an article: the list, one more, one less, many by a file. */
@Path("accessories")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class AccessoryPageResource {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 200;
    private static final Accessory NOTHING = new Accessory("", "", "");
    private static final List<String> HEADS = List.of("extra.article", "extra.accessory", "extra.position");

    @Inject
    private Accessories accessories;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /**
     * What the page shows: those of articles whose numbers begin so; {@code more} says that there are more; {@code typed} stands in the
     * form, {@code problem} is a key of the texts or empty.
     */
    public record View(
            String article, List<Accessory> list, boolean more, Accessory typed, String problem, Imported imported) {}

    @GET
    public Response show(
            @QueryParam("article") @DefaultValue("") String article,
            @QueryParam("done") @DefaultValue("") String done) {
        return page(200, article, NOTHING, "", Imported.NONE, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @FormParam("article") @DefaultValue("") String article,
            @FormParam("accessory") @DefaultValue("") String accessory,
            @FormParam("position") @DefaultValue("") String position,
            @Context SecurityContext security) {
        Accessory said = new Accessory(article, accessory, position);
        Accessory.Outcome outcome = accessories.add(said);
        if (outcome.isRefused()) {
            return page(UNPROCESSABLE, "", said, "extra." + outcome + ".refused", Imported.NONE, "");
        }
        note(security, article + " + " + accessory);
        return ConsolePages.done("/console/accessories", "shop");
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @FormParam("article") @DefaultValue("") String article,
            @FormParam("accessory") @DefaultValue("") String accessory,
            @Context SecurityContext security) {
        accessories.remove(new Accessory(article, accessory, ""));
        note(security, article + " – " + accessory);
        return ConsolePages.done("/console/accessories", "shop");
    }

    /** The answer is the page with what became of every line. */
    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@FormParam("file") EntityPart file, @Context SecurityContext security) throws IOException {
        try {
            List<Imported.Line> lines = accessories.addAll(Accessory.read(UploadedList.content(file))).stream()
                    .map(AccessoryPageResource::line)
                    .toList();
            note(security, lines.size() + " lines of a file");
            return page(200, "", NOTHING, "", new Imported(HEADS, lines), "");
        } catch (CsvRows.UnreadableException e) {
            return page(UNPROCESSABLE, "", NOTHING, "list." + e.problem(), Imported.NONE, "");
        }
    }

    @GET
    @Path("sample.csv")
    public Response sample() {
        return UploadedList.sample(Accessory.SAMPLE, "accessories.csv");
    }

    private static Imported.Line line(Accessory.Line line) {
        Accessory said = line.said();
        String refused = line.outcome().isRefused() ? ".refused" : "";
        return new Imported.Line(
                line.number(),
                List.of(said.article(), said.accessory(), said.position()),
                "extra." + line.outcome() + refused,
                line.outcome().isRefused());
    }

    private void note(SecurityContext security, String what) {
        audit.note(security.getUserPrincipal().getName(), "ACCESSORY", null, UploadedList.noted(what));
    }

    private Response page(int status, String article, Accessory typed, String problem, Imported imported, String done) {
        List<Accessory> found = accessories.of(article, SHOWN + 1);
        View view = new View(
                article,
                found.subList(0, Math.min(found.size(), SHOWN)),
                found.size() > SHOWN,
                typed,
                problem,
                imported);
        return pages.show(status, "accessories", "accessories", Map.of("view", view, "done", done));
    }
}
