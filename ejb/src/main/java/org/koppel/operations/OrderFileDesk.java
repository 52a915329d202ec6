package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.RowAgreements;
import org.koppel.document.Document;
import org.koppel.inbound.Agreed;
import org.koppel.party.FileAgreements;
import org.koppel.shared.PartyId;

/** What is agreed about a customer's files with orders, and what it makes of a sample. */
@ApplicationScoped
@Transactional
public class OrderFileDesk {
    private static final FormatId CSV = new FormatId("csv");
    private static final FormatId XLSX = new FormatId("xlsx");

    @Inject
    FileAgreements agreements;

    @Inject
    RowAgreements rows;

    @Inject
    Agreed units;

    @Inject
    CodecRegistry codecs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Fields of an order that a column can be agreed for. */
    public List<String> fields() {
        return rows.fields();
    }

    /** Names of the options beside columns and units. */
    public List<String> options() {
        return rows.options();
    }

    /** What is agreed for the way in, or with none for all files of the customer; empty when nothing is. */
    public Map<String, String> agreed(PartyId customer, Optional<UUID> wayIn) {
        return agreements.of(customer, wayIn).orElse(Map.of());
    }

    /**
     * Keeps it; without options nothing is agreed any more.
     *
     * @return why it cannot be kept; empty when it was
     */
    public List<Problem> save(PartyId customer, Optional<UUID> wayIn, Map<String, String> options, String who) {
        List<Problem> problems = rows.check(new FormatSettings("en", options));
        if (problems.isEmpty()) {
            agreements.save(customer, wayIn, options, who);
            audit.note(who, "FILES", wayIn.orElse(null), customer.value());
        }
        return problems;
    }

    /** What such an agreement makes of a customer's file. Nothing is kept. */
    public OrderFilePreview preview(PartyId customer, Map<String, String> options, byte[] sample) {
        OrderFilePreview preview = new OrderFilePreview();
        rows.check(new FormatSettings("en", options)).forEach(preview::refuse);
        if (!preview.problems().isEmpty() || sample.length == 0) {
            return preview;
        }
        FormatSettings settings = new FormatSettings("en", units.completed(customer, options));
        boolean zip = sample.length > 1 && sample[0] == 'P' && sample[1] == 'K';
        try {
            codecs.reader(zip ? XLSX : CSV, Document.class)
                    .orElseThrow()
                    .read(new ByteArrayInputStream(sample), settings.receivedAt(clock.instant()), preview);
        } catch (DocumentException e) {
            e.problems().forEach(preview::refuse);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read from memory", e);
        }
        return preview;
    }
}
