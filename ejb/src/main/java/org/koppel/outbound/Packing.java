package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Shortening;
import org.koppel.transport.DeliveryOutcome;
import org.koppel.transport.Part;
import org.koppel.transport.Transport;
import org.koppel.transport.TransportRegistry;

/** Makes the files of a delivery: once, and from then on those that were kept. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
class Packing {
    private static final System.Logger LOG = System.getLogger(Packing.class.getName());

    /** So many documents are written well within a lease. */
    private static final int DOCUMENTS_PER_LEASE = 50;

    @Inject
    DeliveryDesk desk;

    @Inject
    Rendering rendering;

    @Inject
    Joiners joiners;

    @Inject
    Enclosures enclosures;

    @Inject
    ChannelSecrets secrets;

    @Inject
    TransportRegistry transports;

    /** What was kept before the first attempt, complete again. */
    public Sent again(DeliveryDesk.Claim claim) {
        return Sent.again(rendering.unmasked(claim.document(), claim.files(), secrets.open(claim.channel())));
    }

    /** As it may be kept. */
    public Sent masked(DeliveryDesk.Claim claim, Sent sent) {
        return sent.with(rendering.masked(claim.document(), sent.files()));
    }

    /**
     * All formats of every document that fits, each written alone, then joined: of a document all of them or none.
     *
     * @throws DocumentException when files that were written cannot be joined
     */
    public Sent write(DeliveryDesk.Claim claim) throws DocumentException {
        Map<String, String> clear = secrets.open(claim.channel());
        Map<UUID, List<Shortening>> shortened = new HashMap<>();
        Map<UUID, DeliveryOutcome> misfits = new HashMap<>();
        List<ArchivedDocument> fitting = new ArrayList<>();
        List<List<Part>> written = new ArrayList<>();
        for (ArchivedDocument document : claim.documents()) {
            List<Shortening> notes = new ArrayList<>();
            try {
                written.add(write(document, claim.channel().formats(), clear, notes));
                fitting.add(document);
                shortened.put(document.id(), notes);
            } catch (DocumentException e) {
                misfits.put(document.id(), DeliveryOutcome.rejected("DOES_NOT_FIT", e.getMessage()));
            } catch (WriterFailedException e) {
                LOG.log(Level.ERROR, "Delivery " + claim.id() + " leaves without a document", e);
                misfits.put(
                        document.id(),
                        DeliveryOutcome.failed("FAILED", e, claim.id().toString()));
            }
            if ((fitting.size() + misfits.size()) % DOCUMENTS_PER_LEASE == 0) {
                desk.renew(claim);
            }
        }
        shortened.values().removeIf(List::isEmpty);
        List<Written> files = misfits.containsKey(claim.document().id()) ? List.of() : joined(claim, written, clear);
        return new Sent(named(claim, enclosed(claim, files, fitting)), shortened, misfits);
    }

    private List<Written> named(DeliveryDesk.Claim claim, List<Written> files) {
        boolean sideBySide = transports
                .byId(claim.channel().transport())
                .map(Transport::sideBySide)
                .orElse(false);
        return sideBySide ? FileNames.own(claim.id(), files) : FileNames.distinct(files);
    }

    private List<Part> write(
            ArchivedDocument document, List<FormatId> formats, Map<String, String> clear, List<Shortening> notes)
            throws DocumentException {
        List<Part> written = new ArrayList<>();
        for (FormatId format : formats) {
            written.add(rendering.render(document, format, clear, notes::add));
        }
        return written;
    }

    /** @param written for each document a file in each format */
    private List<Written> joined(DeliveryDesk.Claim claim, List<List<Part>> written, Map<String, String> clear)
            throws DocumentException {
        FormatSettings settings = new FormatSettings("en", clear);
        List<Written> joined = new ArrayList<>();
        List<FormatId> formats = claim.channel().formats();
        for (int i = 0; i < formats.size(); i++) {
            int position = i;
            List<Part> alike =
                    written.stream().map(files -> files.get(position)).toList();
            FormatId format = formats.get(i);
            joiners.join(format, alike, settings).forEach(part -> joined.add(new Written(format, part)));
        }
        return joined;
    }

    private List<Written> enclosed(DeliveryDesk.Claim claim, List<Written> files, List<ArchivedDocument> documents) {
        List<Written> all = new ArrayList<>(files);
        if (!files.isEmpty()) {
            enclosures.of(documents, claim.channel().transport()).forEach(p -> all.add(Written.enclosed(p)));
        }
        return all;
    }
}
