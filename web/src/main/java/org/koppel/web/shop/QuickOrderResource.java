package org.koppel.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Search;
import org.koppel.catalogue.SearchQuery;
import org.koppel.punchout.Audiences;
import org.koppel.punchout.QuickLine;
import org.koppel.punchout.QuickOrder;
import org.koppel.punchout.QuickResults;
import org.koppel.punchout.Visit;
import org.koppel.punchout.quick.QuickRow;
import org.koppel.punchout.quick.QuickRows;
import org.koppel.punchout.quick.QuickRowsException;

/**
 * Ordering by numbers: rows, a pasted list or a file. A post leads to the page again, with what became of every row, which can be loaded as often
 * as one likes; rows that were not taken stay in the box to be mended.
 */
@RequestScoped
@Path("{token}/quick")
public class QuickOrderResource {
    private static final int UNPROCESSABLE = 422;
    private static final String TEMPLATE = "shop/quick.jte";
    private static final String RESULT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @Inject
    CurrentVisit current;

    @Inject
    ShopPages pages;

    @Inject
    QuickOrder quick;

    @Inject
    QuickResults results;

    @Inject
    Search search;

    @Inject
    Audiences audiences;

    /** @param result what became of which rows; empty, unknown or forgotten ones show the empty form */
    @GET
    public Response show(@DefaultValue("") @QueryParam("result") String result) {
        List<QuickLine> lines = result.matches(RESULT) ? results.of(current.get(), UUID.fromString(result)) : List.of();
        return pages.page(TEMPLATE, Map.of("view", lines.isEmpty() ? QuickView.empty() : QuickView.of(lines)));
    }

    /** @param numbers and {@code quantities}: the rows' fields, in pairs; {@code list} a pasted list, may be empty */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rows(
            @FormParam("number") List<String> numbers,
            @FormParam("quantity") List<String> quantities,
            @DefaultValue("") @FormParam("list") String list) {
        try {
            List<QuickRow> rows = typed(numbers, quantities);
            if (rows.isEmpty() || !list.isBlank()) {
                rows.addAll(after(rows.size(), reader().text(list)));
            }
            if (rows.size() > QuickRows.MAX_ROWS) {
                throw new QuickRowsException(QuickRowsException.Reason.TOO_MANY_ROWS);
            }
            return result(rows);
        } catch (QuickRowsException e) {
            return refused(e, list);
        }
    }

    @POST
    @Path("file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response file(@FormParam("file") EntityPart file) throws IOException {
        if (file == null) {
            return refused(new QuickRowsException(QuickRowsException.Reason.EMPTY), "");
        }
        try (InputStream content = file.getContent()) {
            return result(reader().file(content));
        } catch (QuickRowsException e) {
            return refused(e, "");
        }
    }

    /** A list as it may be uploaded, with articles that this customer can buy. */
    @GET
    @Path("sample.csv")
    public Response sample() {
        Visit visit = current.get();
        SearchQuery some = SearchQuery.of("", visit.language()).size(3);
        List<Offer> offers = search.search(audiences.of(visit), some).hits();
        String rows = offers.stream()
                .map(o -> o.article() + ";"
                        + o.minimum().max(o.step()).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\r\n"));
        String names =
                pages.texts().get("quick.number.column") + ";" + pages.texts().get("quantity");
        return Response.ok("\uFEFF" + names + "\r\n" + rows + "\r\n", "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quick-order.csv\"")
                .build();
    }

    private List<QuickRow> typed(List<String> numbers, List<String> quantities) throws QuickRowsException {
        List<QuickRow> rows = new ArrayList<>();
        if (numbers.size() > QuickRows.MAX_ROWS) {
            throw new QuickRowsException(QuickRowsException.Reason.TOO_MANY_ROWS);
        }
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i).replace('\0', ' ').strip();
            String quantity = i < quantities.size() ? quantities.get(i).strip() : "";
            if (!number.isEmpty() || !quantity.isEmpty()) {
                rows.add(new QuickRow(
                        rows.size() + 1,
                        number,
                        quantity,
                        QuantityText.read(quantity, pages.texts().locale()).orElse(null)));
            }
        }
        return rows;
    }

    private static List<QuickRow> after(int count, List<QuickRow> rows) {
        return rows.stream()
                .map(r -> new QuickRow(count + r.line(), r.number(), r.typed(), r.quantity()))
                .toList();
    }

    private QuickRows reader() {
        return new QuickRows(text -> QuantityText.read(text, pages.texts().locale()));
    }

    private Response result(List<QuickRow> rows) {
        List<QuickLine> lines = quick.add(current.get(), rows);
        return pages.seeOther("quick?result=" + results.keep(current.get(), lines));
    }

    private Response refused(QuickRowsException e, String list) {
        return pages.page(UNPROCESSABLE, TEMPLATE, "", Map.of("view", QuickView.refused(e.reason(), list)));
    }
}
