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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.koppel.catalogue.CsvRows;
import org.koppel.catalogue.Synonym;
import org.koppel.catalogue.SynonymFile;
import org.koppel.catalogue.Synonyms;
import org.koppel.operations.Audit;
import org.koppel.web.security.Roles;
import org.koppel.web.view.Texts;

/** Words that buyers use and the catalogue does not: the list by language, one more, one less, many by a file. */
@Path("synonyms")
@ApplicationScoped
@RolesAllowed(Roles.OPERATOR)
public class SynonymPageResource {
    private static final int UNPROCESSABLE = 422;
    private static final int SHOWN = 500;
    private static final List<String> HEADS = List.of("prefs.language", "syn.word", "syn.means");

    @Inject
    private Synonyms synonyms;

    @Inject
    private Audit audit;

    @Inject
    private ConsolePages pages;

    /**
     * What the page shows: the words of one language that begin so; {@code more} says that there are more; {@code typed} stands in the
     * form, {@code problem} is a key of the texts or empty.
     */
    public record View(
            String language,
            String beginning,
            List<Synonym> list,
            boolean more,
            Synonym typed,
            String problem,
            Imported imported) {}

    @GET
    public Response show(
            @QueryParam("language") @DefaultValue("nl") String language,
            @QueryParam("q") @DefaultValue("") String beginning,
            @QueryParam("done") @DefaultValue("") String done) {
        return page(200, spoken(language), beginning, null, "", Imported.NONE, done);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("means") @DefaultValue("") String means,
            @Context SecurityContext security) {
        Synonym said = new Synonym(language, word, means);
        Synonym.Outcome outcome = synonyms.add(said);
        if (outcome.isRefused()) {
            return page(UNPROCESSABLE, spoken(language), "", said, "syn." + outcome, Imported.NONE, "");
        }
        note(security, language + ": " + word + " = " + means);
        return back(language);
    }

    @POST
    @Path("remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("means") @DefaultValue("") String means,
            @Context SecurityContext security) {
        synonyms.remove(new Synonym(language, word, means));
        note(security, language + ": " + word + " ≠ " + means);
        return back(language);
    }

    /** The answer is the page with what became of every line. */
    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@FormParam("file") EntityPart file, @Context SecurityContext security) throws IOException {
        try {
            List<Synonyms.Line> lines = synonyms.addAll(SynonymFile.read(UploadedList.content(file)));
            note(security, lines.size() + " lines of a file");
            Imported imported = new Imported(
                    HEADS, lines.stream().map(SynonymPageResource::line).toList());
            return page(200, spoken(lines.get(0).said().language()), "", null, "", imported, "");
        } catch (CsvRows.UnreadableException e) {
            return page(UNPROCESSABLE, "nl", "", null, "list." + e.problem(), Imported.NONE, "");
        }
    }

    @GET
    @Path("sample.csv")
    public Response sample() {
        return UploadedList.sample(SynonymFile.SAMPLE, "synonyms.csv");
    }

    private static Imported.Line line(Synonyms.Line line) {
        Synonym said = line.said();
        return new Imported.Line(
                line.number(),
                List.of(said.language(), said.word(), said.means()),
                "syn." + line.outcome(),
                line.outcome().isRefused());
    }

    private static String spoken(String language) {
        return Texts.LANGUAGES.contains(language) ? language : "nl";
    }

    private void note(SecurityContext security, String what) {
        audit.note(security.getUserPrincipal().getName(), "SYNONYM", null, UploadedList.noted(what));
    }

    private static Response back(String language) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/console/synonyms?language=" + spoken(language) + "&done=shop")
                .build();
    }

    private Response page(
            int status,
            String language,
            String beginning,
            Synonym typed,
            String problem,
            Imported imported,
            String done) {
        List<Synonym> found = synonyms.of(language, beginning, SHOWN + 1);
        View view = new View(
                language,
                beginning,
                found.subList(0, Math.min(found.size(), SHOWN)),
                found.size() > SHOWN,
                typed == null ? new Synonym(language, "", "") : typed,
                problem,
                imported);
        return pages.show(status, "synonyms", "synonyms", Map.of("view", view, "done", done));
    }
}
