package org.koppel.punchout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.koppel.platform.Settings;
import org.koppel.platform.StoredFile;
import org.koppel.platform.StoredFiles;
import org.koppel.shared.PartyId;

/** The files of a cart that goes home, for mechanisms that have a place for them. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class CartFiles {
    @Inject
    StoredAttachments attachments;

    @Inject
    StoredFiles files;

    @Inject
    Settings settings;

    /** By article; of the cart that left the shop last under the reference, which may be null. */
    public Map<String, List<Attachment>> of(PartyId customer, String reference) {
        return reference == null
                ? Map.of()
                : attachments.of(customer, reference).stream().collect(Collectors.groupingBy(Attachment::article));
    }

    /** Empty when the customer has no such file. */
    public Optional<StoredFile> content(PartyId customer, Attachment attachment) {
        return files.byId(customer.value(), attachment.id());
    }

    /** Where the customer's systems fetch it with their API key. */
    public String address(Attachment attachment) {
        return settings.publicUrl() + "/api/v1/attachments/" + attachment.id();
    }
}
