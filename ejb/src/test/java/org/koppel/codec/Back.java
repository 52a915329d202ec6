package org.koppel.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.koppel.document.Address;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.Document;
import org.koppel.document.Invoice;
import org.koppel.document.Order;
import org.koppel.document.OrderChange;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderLine;
import org.koppel.document.OrderResponse;
import org.koppel.document.Reference;

/**
 * What is there again of a document that was written: what the reader of the format finds, and where there is none, or where it has no
 * use for a field, what stands in the file.
 *
 * @param read null without a reader
 */
record Back(Said read, String text) {
    /** How the pages call what is gone. */
    static final String LOST = "not at all";

    /** How the pages call a reference whose value is there alone. */
    static final String NAMELESS = "without its name";

    /** The fields of any document that are asked for, those of lines by their first line; a field that is not read is null. */
    private record Said(
            String order,
            String line,
            Address shipTo,
            Address lineShipTo,
            String buyerReference,
            List<Reference> references,
            List<Reference> lineReferences) {

        static Said of(Document document) {
            if (document instanceof OrderChange change) {
                Order content = change.content();
                List<OrderLine> told =
                        change.lines().stream().map(OrderChangeLine::line).toList();
                return of(content, content.lines().isEmpty() ? told : content.lines());
            } else if (document instanceof Order o) {
                return of(o, o.lines());
            } else if (document instanceof OrderResponse r) {
                boolean whole = r.lines().isEmpty();
                return new Said(
                        r.order().value(),
                        whole ? null : r.lines().get(0).number(),
                        r.shipTo(),
                        null,
                        null,
                        r.references(),
                        whole ? List.of() : r.lines().get(0).references());
            } else if (document instanceof DespatchAdvice d) {
                var line = d.lines().get(0);
                return new Said(
                        d.order().value(), line.orderLine(), d.shipTo(), null, null, d.references(), line.references());
            } else if (document instanceof Invoice i) {
                var line = i.lines().get(0);
                String order =
                        i.order() == null ? line.order().value() : i.order().value();
                return new Said(
                        order,
                        line.orderLine(),
                        i.shipTo(),
                        null,
                        i.buyerReference(),
                        i.references(),
                        line.references());
            }
            throw new AssertionError(document);
        }

        private static Said of(Order order, List<OrderLine> lines) {
            return new Said(
                    order.number().value(),
                    lines.get(0).number(),
                    order.shipTo(),
                    lines.get(1).shipTo(),
                    null,
                    order.references(),
                    lines.get(0).references());
        }
    }

    /** @param reader null where nobody reads the format */
    static Back of(byte[] bytes, DocumentReader<?> reader) throws DocumentException, IOException {
        return new Back(
                reader == null
                        ? null
                        : Said.of(BackOfficeDocuments.read(reader, bytes).get(0)),
                text(bytes));
    }

    /** Notes what becomes of it, unless it came back. */
    void note(Asked asked, Map<String, String> losses) {
        if (asked.reference() == null) {
            if (!field(asked)) {
                losses.put(asked.words(), LOST);
            }
        } else if (read == null) {
            boolean named = asked.reference().name() == null
                    || text.contains(asked.reference().name());
            note(asked, text.contains(asked.value()), named, losses);
        } else {
            List<Reference> found = asked.line() ? read.lineReferences() : read.references();
            boolean there = found.stream().anyMatch(r -> asked.value().equals(r.value()));
            boolean same = found.stream().anyMatch(r -> same(r, asked.reference()));
            boolean elsewhere = asked.value().equals(read.buyerReference());
            note(asked, there || elsewhere, same || elsewhere, losses);
        }
    }

    private static void note(Asked asked, boolean there, boolean same, Map<String, String> losses) {
        if (!there || !same) {
            losses.put(asked.words(), there ? NAMELESS : LOST);
        }
    }

    /** What has a name is told by it, everything else by its kind. */
    private static boolean same(Reference one, Reference asked) {
        boolean told = asked.name() == null
                ? one.kind() == asked.kind() && one.name() == null
                : asked.name().equals(one.name());
        return told && one.value().equals(asked.value());
    }

    private boolean field(Asked asked) {
        String found;
        if (read == null) {
            return text.contains(asked.value());
        } else if (asked == Asked.ORDER) {
            found = read.order();
        } else if (asked == Asked.LINE) {
            found = read.line();
        } else {
            Address place = asked.line() ? read.lineShipTo() : read.shipTo();
            if (place == null) { // our own orders say where the goods go, so answers need not be read for it
                return text.contains(asked.value());
            }
            found = asked == Asked.SHIP_TO_GLN ? place.gln() : place.id();
        }
        return asked.value().equals(found);
    }

    private static String text(byte[] bytes) throws IOException {
        String plain = new String(bytes, StandardCharsets.UTF_8);
        if (plain.startsWith("%PDF")) {
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        return plain.startsWith("PK") ? unzipped(bytes) : plain;
    }

    private static String unzipped(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("back", ".zip");
        Files.write(file, bytes);
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) { // by its directory: its entries do not say how long they are
            for (ZipEntry part : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return all.toString();
    }
}
