package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.punchout.AttachmentRefusedException.Reason;

/** Files that a buyer gives along with lines of the open cart: drawings, pictures, texts. They stay with the cart when it goes home. */
@ApplicationScoped
@Transactional(dontRollbackOn = AttachmentRefusedException.class)
public class CartAttachments {
    public static final int MOST_BYTES = 2 * 1024 * 1024;
    public static final int MOST_PER_LINE = 3;
    public static final int MOST_BYTES_OF_CART = 10 * 1024 * 1024;

    @Inject
    StoredCarts carts;

    @Inject
    StoredAttachments attachments;

    @Inject
    StoredFiles files;

    @Inject
    Clock clock;

    /** Those of the open cart, line by line. */
    public List<Attachment> of(Visit visit) {
        return open(visit).map(c -> attachments.of(c.id())).orElse(List.of());
    }

    /**
     * @param name as the browser gave it; may be null
     * @throws AttachmentRefusedException when it cannot be taken; nothing is kept then
     */
    public void add(Visit visit, String article, String name, byte[] content) {
        visit.requireChangeable();
        if (content.length == 0) {
            throw new AttachmentRefusedException(Reason.EMPTY);
        }
        if (content.length > MOST_BYTES) {
            throw new AttachmentRefusedException(Reason.TOO_LARGE);
        }
        StoredFile file =
                AttachmentFile.of(name, content).orElseThrow(() -> new AttachmentRefusedException(Reason.KIND));
        carts.lockVisit(visit.id());
        Cart cart = open(visit)
                .filter(c -> c.line(article).isPresent())
                .orElseThrow(() -> new AttachmentRefusedException(Reason.NOT_IN_CART));
        List<Attachment> there = attachments.of(cart.id());
        if (there.stream().filter(a -> a.article().equals(article)).count() >= MOST_PER_LINE) {
            throw new AttachmentRefusedException(Reason.TOO_MANY);
        }
        if (there.stream().mapToLong(Attachment::size).sum() + file.content().length > MOST_BYTES_OF_CART) {
            throw new AttachmentRefusedException(Reason.TOO_MUCH);
        }
        attachments.add(cart.id(), article, files.add(visit.customer().value(), file, clock.instant()));
    }

    /** One that the open cart does not have is no error. */
    public void remove(Visit visit, UUID file) {
        visit.requireChangeable();
        carts.lockVisit(visit.id());
        open(visit).filter(c -> has(c, file)).ifPresent(c -> {
            if (attachments.remove(c.id(), file)) {
                files.remove(visit.customer().value(), file);
            }
        });
    }

    /** A file of the open cart; empty for any other. */
    public Optional<StoredFile> file(Visit visit, UUID file) {
        return open(visit)
                .filter(c -> has(c, file))
                .flatMap(c -> files.byId(visit.customer().value(), file));
    }

    private boolean has(Cart cart, UUID file) {
        return attachments.of(cart.id()).stream().anyMatch(a -> a.id().equals(file));
    }

    private Optional<Cart> open(Visit visit) {
        return carts.latest(visit.id()).filter(c -> c.status() == Cart.Status.OPEN);
    }
}
