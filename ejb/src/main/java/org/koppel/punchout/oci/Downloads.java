package org.koppel.punchout.oci;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.koppel.catalogue.Audience;
import org.koppel.catalogue.Listings;
import org.koppel.catalogue.PictureAddresses;
import org.koppel.punchout.oci.OciRefusedException.Reason;

/**
 * Downloads of the catalogue in pages. The first page notes which articles belong to the run; the later pages, which name the
 * run by its TRANSACTIONID, are cut from that note: articles that come and go meanwhile shift nothing.
 */
@ApplicationScoped
public class Downloads {
    /** Of LASTUPDATED, in the server's zone. */
    static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("ddMMyyyyHHmmss", Locale.ROOT);

    private static final Duration KEPT = Duration.ofDays(1);

    /** A delta of a longer time is a whole download. */
    private static final Duration CHANGES_KEPT = Duration.ofDays(90);

    /** Numbers of a run that are kept and read together. */
    static final int CHUNK = 10_000;

    @Inject
    StoredDownloads stored;

    @Inject
    Listings listings;

    @Inject
    PictureAddresses pictures;

    @Inject
    Clock clock;

    /** @throws OciRefusedException when a number or the moment cannot be read, or there is no such run of the caller's */
    @Transactional(dontRollbackOn = OciRefusedException.class)
    public DownloadPage page(OciEntry.Guest guest, Audience audience) {
        OciCall call = guest.call();
        long page = Math.max(1, number(call, "REQUESTEDPAGE", 1));
        long transaction = number(call, "TRANSACTIONID", 0);
        StoredDownloads.Run run = transaction == 0
                ? begin(guest, audience)
                : stored.run(transaction, audience)
                        .orElseThrow(() -> new OciRefusedException(Reason.PARAMETER_UNREADABLE));
        long size = number(call, "PAGESIZE", 0);
        long whole = size == 0 ? Math.max(1, run.total()) : size;
        return new DownloadPage(guest, run, page, whole, this);
    }

    private StoredDownloads.Run begin(OciEntry.Guest guest, Audience audience) {
        LocalDateTime moment = moment(guest.call());
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime noted = now.minus(CHANGES_KEPT);
        Instant asked = moment == null ? null : moment.atZone(zone()).toInstant();
        Instant since = asked == null || asked.isBefore(noted.toInstant()) ? null : asked;
        stored.forget(now.minus(KEPT));
        stored.forgetChanges(noted);
        long id = stored.begin(audience, now);
        long living = note(id, 0, after -> listings.numbers(audience, since, after, CHUNK));
        long total = since == null ? living : note(id, living, after -> listings.gone(audience, since, after, CHUNK));
        StoredDownloads.Run run = new StoredDownloads.Run(id, total, living);
        stored.complete(run);
        return run;
    }

    /**
     * @param from how many the run holds already
     * @param next the numbers behind a number
     * @return how many it holds then
     */
    private long note(long run, long from, Function<String, List<String>> next) {
        long total = from;
        List<String> numbers = next.apply("");
        while (!numbers.isEmpty()) {
            stored.note(run, total, numbers);
            total += numbers.size();
            numbers = next.apply(numbers.get(numbers.size() - 1));
        }
        return total;
    }

    /** LASTUPDATED; null: all. */
    static LocalDateTime moment(OciCall call) {
        String said = call.value("LASTUPDATED").orElse("").strip();
        try {
            return said.isEmpty() ? null : LocalDateTime.parse(said, MOMENT);
        } catch (DateTimeParseException e) {
            OciRefusedException refused = new OciRefusedException(Reason.PARAMETER_UNREADABLE);
            refused.initCause(e);
            throw refused;
        }
    }

    ZoneId zone() {
        return clock.getZone() == null ? ZoneOffset.UTC : clock.getZone();
    }

    static long number(OciCall call, String name, long otherwise) {
        String said = call.value(name).map(String::strip).orElse("");
        if (!said.isEmpty() && !said.matches("[0-9]{1,12}")) {
            throw new OciRefusedException(Reason.PARAMETER_UNREADABLE);
        }
        return said.isEmpty() ? otherwise : Long.parseLong(said);
    }

    /** Numbers of the run from a position on (from 0), at most so many; empty at its end. */
    @Transactional
    List<String> numbers(long run, long from, int most) {
        return stored.numbers(run, from, most);
    }
}
