package org.koppel.codec;

import io.xlate.edi.schema.EDISimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.koppel.codec.EdiDescription.Component;
import org.koppel.codec.EdiDescription.Element;
import org.koppel.codec.EdiDescription.Group;
import org.koppel.codec.EdiDescription.Part;
import org.koppel.codec.EdiDescription.Segment;
import org.koppel.codec.EdiFault.Kind;

/**
 * Checks one message against its description while it is read: order and repetition of segments, elements and values. It remembers where it is in
 * the description and how often each part of the open groups came, so a message of any length takes the same memory.
 */
final class EdiCheck {
    private final EdiValues values;
    private final Consumer<EdiFault> faults;
    private final List<String> missing = new ArrayList<>();
    private Open innermost;
    private Segment segment;
    private String tag;
    private int position;
    private int lastElement;
    private int lastComponent;

    /** A group that has begun and may go on. */
    private static final class Open {
        private final Group group;
        private final Open outer;
        private final int[] came;
        private int at;

        Open(Group group, Open outer) {
            this.group = group;
            this.outer = outer;
            this.came = new int[group.parts().size()];
        }

        /** Counts one more of the part at this place, which is from now on where the group is. */
        Part take(int part) {
            at = part;
            came[part]++;
            return group.parts().get(part);
        }

        boolean tooOften(int part) {
            return came[part] > group.parts().get(part).max();
        }

        /** Where from here on the segment stands in this group; -1 for nowhere. @param missing takes what has to come before and did not */
        int find(String tag, List<String> missing) {
            for (int i = at; i < group.parts().size(); i++) {
                Part part = group.parts().get(i);
                boolean beginsAgain = i == 0 && outer != null; // which the group outside counts
                if (!beginsAgain && part.tag().equals(tag)) {
                    return i;
                }
                if (came[i] < part.min()) {
                    missing.add(part.tag());
                }
            }
            return -1;
        }

        /** The segment, wherever in the group it stands; null when it does not. */
        Segment anywhere(String tag) {
            for (Part part : group.parts()) {
                if (part instanceof Segment one
                        && one.tag().equals(tag)
                        && part != group.parts().get(0)) {
                    return one;
                }
            }
            return null;
        }
    }

    EdiCheck(EdiDescription description, EdiValues values, Consumer<EdiFault> faults) {
        this.innermost = new Open(description.message(), null);
        this.values = values;
        this.faults = faults;
    }

    /** The code of the group that the last segment stands in; empty for the message itself. */
    String group() {
        return innermost.group.code();
    }

    /** The next segment begins. A segment that has no place is named, and the place stays where it was. */
    void begin(String tag, int position) {
        begin(tag, position, position);
    }

    /** As {@link #begin(String, int)}. @param inside the place by which what is wrong with the segment itself is named */
    void begin(String tag, int position, int inside) {
        this.tag = tag;
        this.position = inside;
        lastElement = 0;
        missing.clear();
        for (Open group = innermost; group != null; group = group.outer) {
            int part = group.find(tag, missing);
            if (part >= 0) {
                missing.forEach(m -> faults.accept(EdiFaults.missing(m, position)));
                enter(group, part);
                return;
            }
        }
        faults.accept(EdiFaults.unexpected(tag, position));
        segment = innermost.anywhere(tag);
    }

    private void enter(Open group, int index) {
        innermost = group;
        Part part = group.take(index);
        if (group.tooOften(index)) {
            faults.accept(EdiFaults.tooOften(tag, position));
        }
        while (part instanceof Group inner) {
            innermost = new Open(inner, innermost);
            part = innermost.take(0);
        }
        segment = (Segment) part;
    }

    /** The message ends with the trailer at this place: what had to come and did not is named. */
    void end(int trailer) {
        missing.clear();
        for (Open group = innermost; group != null; group = group.outer) {
            group.find("", missing);
        }
        missing.forEach(m -> faults.accept(EdiFaults.missing(m, trailer)));
        segment = null;
    }

    /** A composite begins. */
    void beginComposite(int element, int occurrence) {
        if (segment != null) {
            known(element, occurrence, "");
            lastElement = element;
            lastComponent = 0;
        }
    }

    /** A composite ends: the components that it did not reach are missing when they are mandatory. */
    void endComposite() {
        if (segment != null && lastElement <= segment.elements().size()) {
            absent(lastElement, segment.elements().get(lastElement - 1).components());
        }
    }

    /** @param component 0 where the element has none @param value may be empty */
    void value(int element, int occurrence, int component, String value) {
        if (segment == null) {
            return;
        }
        lastElement = element;
        if (component > 0) {
            lastComponent = component;
            if (element <= segment.elements().size()) {
                component(segment.elements().get(element - 1), component, value);
            }
        } else if (known(element, occurrence, value)) {
            element(segment.elements().get(element - 1), value);
        }
    }

    /** The segment ends: the elements that it did not reach are missing when they are mandatory. */
    void end() {
        if (segment == null) {
            return;
        }
        for (int i = lastElement; i < segment.elements().size(); i++) {
            if (segment.elements().get(i).mandatory()) {
                fault(Kind.ELEMENT_MISSING, i + 1, 0, "");
            }
        }
    }

    /** Whether the description has this element, as often as it comes; else a fault. */
    private boolean known(int element, int occurrence, String value) {
        List<Element> elements = segment.elements();
        boolean known = element <= elements.size()
                && occurrence <= elements.get(element - 1).most();
        if (!known) {
            fault(Kind.ELEMENT_UNEXPECTED, element, 0, value);
        }
        return known;
    }

    private void element(Element element, String value) {
        if (value.isEmpty()) {
            if (element.mandatory()) {
                fault(Kind.ELEMENT_MISSING, lastElement, 0, value);
            }
        } else if (element.value() != null) {
            values.faults(element.value(), value).forEach(k -> fault(k, lastElement, 0, value));
        } else { // a composite whose other components were left out
            lastComponent = 1;
            component(element, 1, value);
            absent(lastElement, element.components());
        }
    }

    private void component(Element element, int component, String value) {
        if (element.free()) {
            fit(element.value(), component, value);
        } else if (component > element.components().size()) {
            fault(Kind.ELEMENT_UNEXPECTED, lastElement, component, value);
        } else {
            Component described = element.components().get(component - 1);
            if (value.isEmpty() && described.mandatory()) {
                fault(Kind.ELEMENT_MISSING, lastElement, component, value);
            }
            fit(described.value(), component, value);
        }
    }

    private void fit(EDISimpleType type, int component, String value) {
        if (!value.isEmpty()) {
            values.faults(type, value).forEach(k -> fault(k, lastElement, component, value));
        }
    }

    private void absent(int element, List<Component> components) {
        for (int i = lastComponent; i < components.size(); i++) {
            if (components.get(i).mandatory()) {
                fault(Kind.ELEMENT_MISSING, element, i + 1, "");
            }
        }
    }

    private void fault(Kind kind, int element, int component, String value) {
        faults.accept(EdiFaults.element(kind, tag, position, element, component, value));
    }
}
