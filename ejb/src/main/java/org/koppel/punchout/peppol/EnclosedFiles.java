package org.koppel.punchout.peppol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koppel.platform.StoredFile;
import org.koppel.punchout.Attachment;
import org.koppel.punchout.CartFiles;
import org.koppel.shared.PartyId;

/**
 * Files for the lines of a T77. Those of a kind that its code list knows are embedded, until the document is as large as forms are sent; the
 * others are named by the address at which the buyer's system can fetch them.
 */
@ApplicationScoped
class EnclosedFiles {
    /** In MIME codes of T77 (2026.5); of the kinds that the shop takes, GIF and text are not among them. */
    private static final Set<String> EMBEDDED = Set.of("application/pdf", "image/png", "image/jpeg");

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    @Inject
    CartFiles files;

    /** By article. */
    Map<String, List<EnclosedFile>> of(PartyId customer, String reference) {
        Map<String, List<EnclosedFile>> enclosed = new HashMap<>();
        int left = MOST_BYTES;
        for (List<Attachment> ofLine : files.of(customer, reference).values()) {
            for (Attachment attachment : ofLine) {
                boolean embedded = EMBEDDED.contains(attachment.mediaType()) && attachment.size() <= left;
                left -= embedded ? attachment.size() : 0;
                enclosed.computeIfAbsent(attachment.article(), a -> new ArrayList<>())
                        .add(enclosed(customer, attachment, embedded));
            }
        }
        return enclosed;
    }

    private EnclosedFile enclosed(PartyId customer, Attachment attachment, boolean embedded) {
        byte[] content = embedded
                ? files.content(customer, attachment).map(StoredFile::content).orElse(null)
                : null;
        return new EnclosedFile(
                attachment.id().toString(),
                attachment.name(),
                attachment.mediaType(),
                content,
                files.address(attachment));
    }
}
