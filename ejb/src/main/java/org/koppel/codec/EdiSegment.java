package org.koppel.codec;

import java.util.Arrays;
import java.util.Set;

/**
 * One segment of an EDI message with its values. Elements and components count from 1, as in the standards; a value that is not
 * there, or blank, is null. {@code position} is the segment's place in its message (its header is 1), or in the interchange
 * outside of messages; {@code loop} the segment group it stands in, empty at the top.
 */
public final class EdiSegment {
    /** Most composites have no more. */
    private static final int COMPONENTS = 5;

    private final String tag;
    private final int position;
    private final String loop;
    private String[][] values = new String[8][];
    private int elements;

    EdiSegment(String tag, int position, String loop) {
        this.tag = tag;
        this.position = position;
        this.loop = loop;
    }

    void put(int element, int component, String value) {
        if (value.isBlank()) {
            return;
        }
        int row = element - 1;
        if (row >= values.length) {
            values = Arrays.copyOf(values, Math.max(element, values.length * 2));
        }
        int column = Math.max(component, 1) - 1;
        String[] components = values[row];
        if (components == null || column >= components.length) {
            components = components == null
                    ? new String[component > 0 ? Math.max(COMPONENTS, column + 1) : 1]
                    : Arrays.copyOf(components, column + 2);
            values[row] = components;
        }
        if (components[column] == null) { // of a repeated element the first counts
            components[column] = value;
        }
        elements = Math.max(elements, element);
    }

    public String tag() {
        return tag;
    }

    public int position() {
        return position;
    }

    public String loop() {
        return loop;
    }

    /** How many elements the segment has, up to the last one with a value. */
    public int elements() {
        return elements;
    }

    /** The first component of an element, or the element itself where it has none. */
    public String at(int element) {
        return at(element, 1);
    }

    /** Whether the first component of an element is one of these; an element without a value is none. */
    public boolean isOneOf(Set<String> values, int element) {
        String value = at(element);
        return value != null && values.contains(value);
    }

    public String at(int element, int component) {
        int column = Math.max(component, 1) - 1; // 0 stands for the element as a whole
        if (element > elements || values[element - 1] == null || column >= values[element - 1].length) {
            return null;
        }
        return values[element - 1][column];
    }
}
