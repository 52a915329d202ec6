package org.koppel.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.koppel.archive.Archive;
import org.koppel.archive.ArchivedDocument;
import org.koppel.codec.CodecRegistry;
import org.koppel.codec.ControlNumber;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.Shortening;
import org.koppel.document.Address;
import org.koppel.document.Document;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.party.Customers;
import org.koppel.party.Supplier;
import org.koppel.party.Suppliers;
import org.koppel.transport.Part;

/** A stored document in any format that is installed for its type. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Rendering {
    @Inject
    Archive archive;

    @Inject
    CodecRegistry codecs;

    @Inject
    Customers customers;

    @Inject
    Suppliers suppliers;

    @Inject
    InterchangeNumbers numbers;

    /**
     * @param language ISO 639-1 for formats that people read; null for the document's own, else the customer's
     * @throws UnknownDocumentException when there is no such document
     * @throws UnsupportedFormatException when its type is not written in that format
     * @throws IllegalArgumentException when a value of it does not fit the format; says which
     */
    public Part render(UUID document, FormatId format, String language) {
        ArchivedDocument archived = archive.byId(document).orElseThrow(() -> new UnknownDocumentException(document));
        try {
            return write(archived, writer(archived, format), settings(archived, language));
        } catch (DocumentException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * As a channel wants it.
     *
     * @param options of its formats, {@code csv.delimiter} and the like; others are ignored
     * @param shortened is told of every text that was written shorter than it is
     */
    Part render(ArchivedDocument archived, FormatId format, Map<String, String> options, Consumer<Shortening> shortened)
            throws DocumentException {
        String language = settings(archived, null).language();
        DocumentWriter<?> writer = writer(archived, format);
        Map<String, String> all = new HashMap<>(options);
        if (writer.counted()) {
            all.put(ControlNumber.OPTION, Long.toString(numbers.next()));
        }
        return write(archived, writer, new FormatSettings(language, all, shortened));
    }

    /** What is kept of what was sent: without secrets. Files behind the formats stay as they are. */
    List<Written> masked(ArchivedDocument archived, List<Written> files) {
        return turned(archived, files, DocumentWriter::masked);
    }

    /** What was kept, as it is sent again. @param options of the channel, in clear */
    List<Written> unmasked(ArchivedDocument archived, List<Written> files, Map<String, String> options) {
        FormatSettings settings = new FormatSettings("en", options);
        return turned(archived, files, (writer, content) -> writer.unmasked(content, settings));
    }

    /** What will soon be refused of files of one document. */
    List<Problem> warnings(ArchivedDocument archived, List<Written> files) {
        return files.stream()
                .flatMap(file -> writers(archived, file.format())
                        .flatMap(w -> warnings(archived, w, file.part().content()).stream()))
                .toList();
    }

    private static <T extends Document> List<Problem> warnings(
            ArchivedDocument archived, DocumentWriter<T> writer, byte[] written) {
        return writer.warnings(archived.as(writer.documentClass()), written);
    }

    private List<Written> turned(
            ArchivedDocument archived, List<Written> files, BiFunction<DocumentWriter<?>, byte[], byte[]> turn) {
        return files.stream()
                .map(file -> writers(archived, file.format())
                        .findFirst()
                        .map(w -> file.with(turn.apply(w, file.part().content())))
                        .orElse(file))
                .toList();
    }

    private Stream<DocumentWriter<?>> writers(ArchivedDocument archived, FormatId format) {
        return codecs.writersOf(archived.type()).stream().filter(w -> w.format().equals(format));
    }

    private DocumentWriter<?> writer(ArchivedDocument archived, FormatId format) {
        return writers(archived, format)
                .findFirst()
                .orElseThrow(() -> new UnsupportedFormatException(archived.type(), format));
    }

    private FormatSettings settings(ArchivedDocument archived, String asked) {
        return asked == null
                ? FormatSettings.in(customers
                        .byId(archived.customer())
                        .map(c -> c.language())
                        .orElse("en"))
                : FormatSettings.asked(asked);
    }

    private <T extends Document> Part write(
            ArchivedDocument archived, DocumentWriter<T> writer, FormatSettings settings) throws DocumentException {
        T document = archived.as(writer.documentClass());
        if (document instanceof OrderResponse response) {
            mustKnowItsPrices(response);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatSettings complete =
                suppliers.known().map(s -> settings.of(party(s))).orElse(settings);
        try {
            writer.write(document, complete, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + archived.type() + " as " + writer.format(), e);
            // one of the few broad catches: what one document does to its writer is not the fault of those it travels
            // with
        } catch (RuntimeException e) {
            throw new WriterFailedException(archived.type() + " " + archived.number() + " as " + writer.format(), e);
        }
        String name = archived.number().value().replaceAll("[^A-Za-z0-9._-]", "_") + "." + writer.fileExtension();
        String control = writer.counted() ? settings.option(ControlNumber.OPTION, null) : null;
        return new Part(writer.mediaType(), name, out.toByteArray(), control);
    }

    /** A price for as many units as in the order says nothing alone, and what was received is shown as it is (decision 0112). */
    private static void mustKnowItsPrices(OrderResponse response) throws DocumentException {
        Problems problems = new Problems();
        for (OrderResponseLine line : response.lines()) {
            if (line.price() != null && line.price().baseQuantity() == null) {
                problems.add(
                        "MISSING_FIELD",
                        "line " + line.number() + ", price",
                        "The price does not say for how many units it is; look at the message, or at Koppel’s own answer");
            }
        }
        problems.throwIfAny();
    }

    private static Party party(Supplier s) {
        Address address = new Address(null, s.gln(), s.name(), null, s.street(), s.postalCode(), s.city(), s.country());
        return new Party(s.name(), s.gln(), s.vatNumber(), null, address);
    }
}
