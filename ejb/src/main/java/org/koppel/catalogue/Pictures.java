package org.koppel.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.koppel.platform.Secrets;
import org.koppel.shared.PartyId;

/** Pictures of articles: every article has one. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Pictures {
    /** Of every picture. */
    public static final String MEDIA_TYPE = "image/svg+xml";

    private static final String SQL = """
            with asked as (select ?::text as customer, ?::text as number)
            select coalesce(a.picture, '') as picture from asked q join article a on a.number = q.number where $allowed
            """.replace("$allowed", Assortment.allows("a", "q"));

    @Inject
    private CatalogueDatabase database;

    Pictures() {} // for CDI

    Pictures(CatalogueDatabase database) {
        this.database = database;
    }

    /** Empty when the customer cannot see such an article. */
    public Optional<Picture> of(PartyId customer, String article) {
        return of(Audience.of(customer), article);
    }

    /** Empty when who asks cannot see such an article. */
    public Optional<Picture> of(Audience audience, String article) {
        return database.query(audience, SQL, row -> row.getString("picture"), article.replace("\0", "")).stream()
                .findFirst()
                .map(Pictures::draw);
    }

    private static Picture draw(String picture) {
        byte[] content = Drawings.svg(picture).getBytes(StandardCharsets.UTF_8);
        String etag = HexFormat.of().formatHex(Secrets.sha256(content), 0, 8);
        return new Picture(MEDIA_TYPE, content, etag);
    }
}
