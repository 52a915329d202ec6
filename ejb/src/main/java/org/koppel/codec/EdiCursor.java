package org.koppel.codec;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.commons.io.input.UnsynchronizedBufferedInputStream;

/**
 * Goes through an EDIFACT or X12 interchange one segment at a time. The parser reads it and checks its headers and trailers; their counts and control
 * references are compared by {@link EdiControl}, and what stands in a message is checked by its {@link EdiDescription}, when it has one. Memory does not grow with the interchange.
 */
public final class EdiCursor {
    /** Counts and references that the parser compares: {@link EdiControl} does it, and goes on being right after a missing trailer. */
    private static final Set<EDIStreamValidationError> COMPARED = EnumSet.of(
            EDIStreamValidationError.CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT,
            EDIStreamValidationError.CONTROL_REFERENCE_MISMATCH);

    private final EDIStreamReader reader;
    private final EdiDescription.Choice descriptions;
    private final List<EdiFault> faults = new ArrayList<>();
    private EdiSegment segment;
    private EdiValues values;
    private EdiCheck check;
    private EdiControl control;
    private boolean astray;
    private boolean advised;
    private boolean x12;
    private String edifactVersion;
    private boolean open;
    private int position;
    private int around;

    /**
     * @param in the interchange, from its first letter
     * @param charset what its header says; bytes that it does not know end the reading
     */
    public EdiCursor(InputStream in, Charset charset, EdiDescription.Choice descriptions) {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_CODE_VALUES, false);
        this.descriptions = descriptions;
        try {
            this.reader = factory.createEDIStreamReader(buffered(in), charset.name());
        } catch (EDIStreamException e) {
            throw new IllegalStateException("Java knows " + charset + " and the reader does not", e);
        }
    }

    /** The parser reads byte by byte, of which locks were a quarter. */
    private static InputStream buffered(InputStream in) {
        try {
            return new UnsynchronizedBufferedInputStream.Builder()
                    .setInputStream(in)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("A buffer around an open stream", e);
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
                    if (control == null && segment.tag().equals("UNA")) { // only says which separators follow
                        position = 0;
                        advised = true;
                        continue;
                    }
                    finish();
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
        if (faults.isEmpty()) {
            return List.of();
        }
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

    /** The place, in a message that had not ended, of what came instead of its trailer; at the end of everything the last place. */
    int brokenOffAt() {
        return around > 0 ? around : position;
    }

    /** {@code segment 7 NAD}, for faults that have no other place. */
    public String place() {
        return segment == null ? "segment 1" : "segment " + position + ' ' + segment.tag();
    }

    private void take(EDIStreamEvent event) {
        switch (event) {
            case START_SEGMENT -> begin(reader.getText());
            case START_COMPOSITE -> {
                if (check != null) {
                    Location at = reader.getLocation();
                    check.beginComposite(at.getElementPosition(), at.getElementOccurrence());
                }
            }
            case END_COMPOSITE -> {
                if (check != null) {
                    check.endComposite();
                }
            }
            case ELEMENT_DATA -> value(reader.getLocation(), reader.getText());
            case SEGMENT_ERROR -> wrongSegment(reader.getText());
            case ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> {
                if (!COMPARED.contains(reader.getErrorType())) {
                    faults.add(EdiFaults.element(reader, position));
                }
            }
            default -> {} // groups and messages show in their headers
        }
    }

    /** A message that begins inside another one says that the trailer of that is missing; the parser knows no place for what follows until the next trailer. */
    private void wrongSegment(String tag) {
        astray |= control != null && control.isOpen() && control.beginsMessage(tag);
        if (!astray || control.standsAround(tag) && !control.beginsMessage(tag)) {
            faults.add(EdiFaults.segment(reader, open ? position : position + 1));
        }
    }

    private void begin(String tag) {
        position++;
        open = true;
        around = 0;
        if (control != null && control.standsAround(tag)) {
            endCheck(position);
            around = position;
            position = control.beginsMessage(tag) ? 1 : position;
        }
        if (check != null) {
            check.begin(tag, position);
        }
        segment = new EdiSegment(tag, position, check == null ? "" : check.group());
    }

    private void endCheck(int place) {
        if (check != null) {
            check.end(place);
            check = null;
        }
    }

    private void value(Location at, String value) {
        // the check below finds a NUL; no database keeps one, and the message is noted with what stands around it
        segment.put(at.getElementPosition(), at.getComponentPosition(), value.replace('\0', '?'));
        if (check != null) {
            check.value(
                    at.getElementPosition(), at.getElementOccurrence(), Math.max(at.getComponentPosition(), 0), value);
        }
    }

    private void finish() {
        if (check != null) {
            check.end();
        }
        if (control == null) {
            control = new EdiControl(segment);
            x12 = segment.tag().equals("ISA");
            edifactVersion = x12 ? null : segment.at(1, 2);
        } else if (around > 0) {
            control.passed(segment, faults::add);
            astray &= control.isOpen();
            if (control.beginsMessage(segment.tag())) {
                beginCheck();
            }
        }
    }

    private void beginCheck() {
        if (x12) {
            describe(segment.at(1), reader.getTransactionVersionString());
        } else {
            describe(segment.at(2), segment.at(2, 2) + '.' + segment.at(2, 3));
        }
    }

    /** After the header of a message: from here on its structure is checked. */
    private void describe(String type, String version) {
        EdiDescription description = descriptions.of(type, version);
        if (values == null) {
            values = new EdiValues(decimalMarks());
        }
        check = description == null ? null : new EdiCheck(description, values, faults::add);
    }

    /** Both marks are good where nobody said which one, and from version 4 of ISO 9735 on. X12 has the point. */
    private String decimalMarks() {
        boolean either = edifactVersion != null && (!advised || edifactVersion.compareTo("4") >= 0);
        return either ? ".," : String.valueOf(reader.getDelimiters().getOrDefault(Delimiters.DECIMAL, '.'));
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
