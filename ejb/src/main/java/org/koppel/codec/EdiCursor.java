package org.koppel.codec;

import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferOverflowException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Goes through an EDIFACT or X12 interchange one segment at a time, and checks counts, control references and the structure of
 * every message that has a description. Memory does not grow with the interchange.
 */
public final class EdiCursor {
    private final EDIStreamReader reader;
    private final EdiSchemas.Choice schemas;
    private final Deque<String> loops = new ArrayDeque<>();
    private final List<EdiFault> faults = new ArrayList<>();
    private EdiSegment segment;
    private boolean open;
    private int position;

    /**
     * @param in the interchange, from its first letter
     * @param charset what its header says; bytes that it does not know end the reading
     */
    public EdiCursor(InputStream in, Charset charset, EdiSchemas.Choice schemas) {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        this.schemas = schemas;
        try {
            this.reader = factory.createEDIStreamReader(in, charset.name());
        } catch (EDIStreamException e) {
            throw new IllegalStateException("Java knows " + charset + " and the reader does not", e);
        }
    }

    /**
     * The next segment; null after the last one of the interchange.
     *
     * @throws DocumentException when it cannot be read any further
     */
    public EdiSegment next() throws DocumentException, IOException {
        try {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.END_SEGMENT) {
                    open = false;
                    if (segment.tag().equals("UNA")) { // only says which separators follow
                        position = 0;
                        continue;
                    }
                    describe();
                    return segment;
                }
                if (event == EDIStreamEvent.END_INTERCHANGE) {
                    return null;
                }
                take(event);
            }
            return null;
        } catch (EDIStreamException e) {
            throw broken(e);
        } catch (NoSuchElementException | IllegalStateException e) {
            throw malformed("the interchange is not complete", e);
        }
    }

    /** What was found wrong since this was last asked. */
    public List<EdiFault> takeFaults() {
        List<EdiFault> found = List.copyOf(faults);
        faults.clear();
        return found;
    }

    /** Whether anything follows the interchange in the same stream. */
    public boolean hasMore() throws DocumentException {
        try {
            return reader.hasNext();
        } catch (EDIStreamException e) {
            throw malformed(e.getMessage(), e);
        }
    }

    /** {@code segment 7 NAD}, for faults that have no other place. */
    public String place() {
        return segment == null ? "segment 1" : "segment " + position + ' ' + segment.tag();
    }

    private void take(EDIStreamEvent event) {
        switch (event) {
            case START_LOOP -> loops.push(reader.getReferenceCode());
            case END_LOOP -> loops.poll();
            case START_TRANSACTION -> {
                position = 0;
                loops.clear();
            }
            case START_SEGMENT -> {
                position++;
                open = true;
                segment = new EdiSegment(reader.getText(), position, loops.isEmpty() ? "" : loops.peek());
            }
            case ELEMENT_DATA -> {
                Location at = reader.getLocation();
                segment.put(at.getElementPosition(), at.getComponentPosition(), reader.getText());
            }
            case SEGMENT_ERROR -> faults.add(EdiFaults.segment(reader, open ? position : position + 1));
            case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> faults.add(EdiFaults.element(reader, position));
            default -> {} // composites and groups show in the places of their values
        }
    }

    /** After the header of a message: from here on its structure is checked. */
    private void describe() {
        boolean edifact = segment.tag().equals("UNH");
        if (!edifact && !segment.tag().equals("ST")) {
            return;
        }
        String type = edifact ? segment.at(2) : segment.at(1);
        String version = edifact ? segment.at(2, 2) + '.' + segment.at(2, 3) : reader.getTransactionVersionString();
        Schema schema = schemas.of(type, version);
        if (schema != null) {
            reader.setTransactionSchema(schema);
        }
    }

    private DocumentException broken(EDIStreamException e) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new DocumentException(
                        new Problem(
                                "WRONG_CHARSET",
                                "after " + place(),
                                "A character is not of the character set that the header names; name the right one"),
                        e);
            }
            if (cause instanceof BufferOverflowException) {
                return new DocumentException(
                        new Problem(
                                "SEGMENT_TOO_LARGE",
                                "after " + place(),
                                "The next segment has more than 4,000 characters; split it"),
                        e);
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        return malformed(e.getMessage(), e);
    }

    private DocumentException malformed(String why, Throwable cause) {
        return new DocumentException(
                new Problem(
                        "MALFORMED_EDI",
                        "after " + place(),
                        "The interchange cannot be read on from here (" + why
                                + "); send it whole, every segment with its terminator"),
                cause);
    }
}
