package org.koppel.punchout;

/** A field of the form that returns a buyer; names may repeat. */
public record FormField(String name, String value) {

    /** @throws IllegalArgumentException when the name is missing; a missing value is empty */
    public FormField {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("A form field without a name");
        }
        value = value == null ? "" : value;
    }
}
