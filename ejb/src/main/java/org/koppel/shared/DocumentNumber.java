package org.koppel.shared;

/** The number a party gave to its document; unique only together with that party (UBL {@code cbc:ID}, EDIFACT BGM 1004). */
public record DocumentNumber(String value) {

    /** @throws IllegalArgumentException when the value is blank */
    public DocumentNumber {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Document number is empty");
        }
        value = value.strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
