package org.koppel.codec;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamConstants.Delimiters;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.io.input.UnsynchronizedBufferedInputStream;

/**
 * Goes through an EDIFACT or X12 interchange one segment at a time. The parser only parts it into segments, elements and components: headers and trailers
 * are checked by the description of what stands around messages, their counts and control references are compared by {@link EdiControl}, and what stands in
 * a message is checked by its {@link EdiDescription}, when it has one. Memory does not grow with the interchange.
 */
public final class EdiCursor {
    private static final EdiDescription EDIFACT = EdiDescription.load(EdiCursor.class, "edifact-envelope.xml");
    private static final EdiDescription X12 = EdiDescription.load(EdiCursor.class, "x12-envelope.xml");

    private final EDIStreamReader reader;
    private final EdiDescription.Choice descriptions;
    private final List<EdiFault> faults = new ArrayList<>();
    private EdiSegment segment;
    private EdiValues values;
    /** Of headers and trailers. */
    private EdiCheck envelope;
    /** Of what stands in the message. */
    private EdiCheck message;
    /** Of the segment. */
    private EdiCheck check;

    private EdiControl control;
    private boolean advised;
    private boolean x12;
    private String edifactVersion;
    /** Of X12; null before the first group. */
    private String groupVersion;

    private int position;
    private int around;

    /**
     * @param in the interchange, from its first letter
     * @param charset what its header says; bytes that it does not know end the reading
     */
    public EdiCursor(InputStream in, Charset charset, EdiDescription.Choice descriptions) {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
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
            default -> {} // groups and messages show in their headers
        }
    }

    private void begin(String tag) {
        position++;
        around = 0;
        check = null;
        if (control == null) {
            if (!tag.equals("UNA")) {
                envelope = new EdiCheck(tag.equals("ISA") ? X12 : EDIFACT, new EdiValues(""), faults::add);
                beginAround(tag, position);
            }
        } else if (control.standsAround(tag)) {
            around = position;
            position = control.beginsMessage(tag) ? 1 : position;
            beginAround(tag, around);
            endMessage(around);
        } else if (!control.isOpen()) {
            beginAround(tag, position); // where it has no place
        } else if (message != null) {
            check = message;
            check.begin(tag, position);
        }
        segment = new EdiSegment(tag, position, check == null || check == envelope ? "" : check.group());
    }

    /** @param place behind what came before */
    private void beginAround(String tag, int place) {
        check = envelope;
        check.begin(tag, place, position);
    }

    private void endMessage(int place) {
        if (message != null) {
            message.end(place);
            message = null;
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
            groupVersion = segment.tag().equals("GS") ? segment.at(8) : groupVersion;
            if (control.beginsMessage(segment.tag())) {
                beginCheck();
            }
        }
    }

    private void beginCheck() {
        if (x12) {
            describe(segment.at(1), groupVersion);
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
        message = description == null ? null : new EdiCheck(description, values, faults::add);
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
