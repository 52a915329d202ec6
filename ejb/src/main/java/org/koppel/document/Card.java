package org.koppel.document;

/**
 * A card that goes along with the goods. {@code text} is the buyer's own words, with line ends; {@code logo} the buyer's
 * company logo, a PNG in Base64. Either may be null.
 */
public record Card(String text, String logo) {

    /** The card, or null when there is nothing on it. */
    public static Card of(String text, String logo) {
        return text == null && logo == null ? null : new Card(text, logo);
    }
}
