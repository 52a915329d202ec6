package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Listings;
import org.koppel.catalogue.Offer;
import org.koppel.catalogue.Offers;
import org.koppel.catalogue.PictureAddresses;
import org.koppel.catalogue.Search;
import org.koppel.catalogue.SearchQuery;
import org.koppel.catalogue.SearchResult;
import org.koppel.catalogue.Surcharge;
import org.koppel.catalogue.Surcharges;
import org.koppel.catalogue.Wanted;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.ReturnAddress;
import org.koppel.punchout.ReturnForm;
import org.koppel.punchout.oci.OciRefusedException.Reason;

/**
 * The functions without a shop: VALIDATE and BACKGROUND_SEARCH answer a form, DOWNLOADJSON a page of the catalogue. They open no
 * visit, so that a server without cookies can call them. OCI has no channel for errors: what cannot be bought is left out.
 */
@ApplicationScoped
public class OciFunctions {
    private static final String DOWNLOAD = "DOWNLOADJSON";
    private static final Set<String> KNOWN = Set.of("VALIDATE", "BACKGROUND_SEARCH", DOWNLOAD);
    private static final int PAGE = 100;

    @Inject
    OciEntry entry;

    @Inject
    Offers offers;

    @Inject
    Search search;

    @Inject
    Listings listings;

    @Inject
    PictureAddresses pictures;

    @Inject
    Surcharges surcharges;

    @Inject
    Downloads downloads;

    /**
     * Exactly one of {@code form} and {@code page} is not null.
     *
     * @param more whether a search found more than the form has, which OCI itself has no word for
     */
    public record Answer(ReturnForm form, String language, DownloadPage page, boolean more) {}

    /** Hits of a search, and whether there are more. */
    private record Hits(List<CartItem> items, boolean more) {}

    /**
     * @param pinned the customer that the address names, whose log-ins alone are taken then
     * @param address where the call comes from, for counting failures
     * @return empty when the call opens the shop
     * @throws OciRefusedException when the call cannot be let in or read
     */
    public Optional<Answer> answer(OciCall call, Optional<String> pinned, String address) {
        String function = entry.spelt(call, pinned).function();
        if (!KNOWN.contains(function)) {
            return Optional.empty();
        }
        OciEntry.Guest guest = entry.guest(call, pinned, address);
        if (function.equals(DOWNLOAD)) {
            DownloadPage page = downloads.page(guest, entry.audience(guest));
            return Optional.of(new Answer(null, guest.language(), page, false));
        }
        ReturnAddress home = entry.home(guest);
        Hits hits = function.equals("VALIDATE") ? new Hits(validated(guest), false) : found(guest);
        return Optional.of(new Answer(form(guest, home, hits.items()), guest.language(), null, hits.more()));
    }

    /** Whether a program reads the answer, as JSON; refusals too. @param pinned as above */
    public boolean isReadByProgram(OciCall call, Optional<String> pinned) {
        return entry.spelt(call, pinned).function().equals(DOWNLOAD);
    }

    private ReturnForm form(OciEntry.Guest guest, ReturnAddress home, List<CartItem> items) {
        OciItems.Origin origin = new OciItems.Origin(
                null,
                guest.customer().value(),
                null,
                guest.call().kept(),
                OciHandBack.facts(listings, guest.dialect(), guest.customer(), items, guest.language()),
                OciHandBack.pictures(pictures, guest.dialect(), guest.customer()));
        return OciHandBack.form(home, items, origin, guest.dialect());
    }

    private List<CartItem> validated(OciEntry.Guest guest) {
        Map<Integer, String> products = guest.call().indexed("PRODUCTID");
        Map<Integer, String> quantities = guest.call().indexed("QUANTITY");
        if (products.isEmpty()) {
            throw new OciRefusedException(Reason.PARAMETER_UNREADABLE);
        }
        List<Wanted> wanted = new ArrayList<>();
        products.forEach((index, product) ->
                wanted.add(new Wanted(index.toString(), product, null, null, null, quantity(quantities.get(index)))));
        return items(guest, wanted);
    }

    /** Null where nothing is said: the article's minimum. */
    static BigDecimal quantity(String said) {
        if (said == null) {
            return null;
        }
        String plain = said.strip().replace(',', '.');
        if (!plain.matches("[0-9]{1,11}(\\.[0-9]{1,3})?") || new BigDecimal(plain).signum() == 0) {
            throw new OciRefusedException(Reason.PARAMETER_UNREADABLE);
        }
        return new BigDecimal(plain);
    }

    private Hits found(OciEntry.Guest guest) {
        String text = guest.call()
                .value("SEARCHSTRING")
                .orElseThrow(() -> new OciRefusedException(Reason.PARAMETER_UNREADABLE));
        int most = guest.dialect().searchHits();
        List<Offer> hits = new ArrayList<>();
        SearchQuery query = SearchQuery.of(text, guest.language()).size(Math.min(most, PAGE));
        Audience audience = entry.audience(guest);
        SearchResult result = search.search(audience, query);
        hits.addAll(result.hits());
        for (int page = 1; hits.size() < most && result.hasNext(); page++) {
            result = search.search(audience, query.page(page));
            hits.addAll(result.hits());
        }
        boolean more = result.capped() || result.total() > most;
        return new Hits(minimums(guest, hits.subList(0, Math.min(most, hits.size()))), more);
    }

    /** In the order asked: articles, and surcharges of them by their numbers. */
    private List<CartItem> items(OciEntry.Guest guest, List<Wanted> wanted) {
        Map<String, Offer> known = offers.offers(entry.audience(guest), wanted, guest.language());
        Map<String, String> texts = texts(guest, known.values());
        List<Optional<CartItem>> articles = new ArrayList<>();
        for (Wanted one : wanted) {
            articles.add(Optional.ofNullable(known.get(one.key()))
                    .filter(OciFunctions::isSold)
                    .map(o -> CartItem.of(
                            articles.size() + 1,
                            o,
                            one.quantity() == null ? o.minimum() : one.quantity(),
                            texts.get(o.article()))));
        }
        LevyLines levies = new LevyLines(articles);
        List<CartItem> items = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            int place = i;
            (known.containsKey(one.key())
                            ? articles.get(i)
                            : levies.at(i, one.article(), one.quantity()).or(() -> alone(guest, place, one)))
                    .ifPresent(items::add);
        }
        return items;
    }

    /** A surcharge that no article of the call bears, where it is the same on all articles. */
    private Optional<CartItem> alone(OciEntry.Guest guest, int place, Wanted asked) {
        return surcharges
                .uniform(guest.customer(), asked.article(), guest.language())
                .filter(u -> u.surcharge().handling() == Surcharge.Handling.OWN_LINE)
                .map(u -> CartItem.of(
                        place + 1,
                        u.surcharge(),
                        asked.quantity() == null ? BigDecimal.ONE : asked.quantity(),
                        u.unit()));
    }

    /** Each one's minimum. */
    private List<CartItem> minimums(OciEntry.Guest guest, List<Offer> hits) {
        Map<String, String> texts = texts(guest, hits);
        List<CartItem> items = new ArrayList<>();
        for (Offer offer : hits) {
            if (isSold(offer)) {
                items.add(CartItem.of(items.size() + 1, offer, offer.minimum(), texts.get(offer.article())));
            }
        }
        return items;
    }

    private static boolean isSold(Offer offer) {
        return offer.visible() && offer.price() != null;
    }

    private Map<String, String> texts(OciEntry.Guest guest, Collection<Offer> priced) {
        return listings.texts(priced.stream().map(Offer::article).toList(), guest.language());
    }
}
