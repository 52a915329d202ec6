package org.koppel.punchout.oci;

/** What a field of the return form may carry. A closed list: nothing in a dialect is ever evaluated. */
public enum Attribute {
    /** The supplier's number. */
    ARTICLE,
    /** Short text in the buyer's language; the article's number where there is none. */
    DESCRIPTION,
    LONG_TEXT,
    QUANTITY,
    UNIT,
    /** Net price for {@link #PRICE_UNIT} units. */
    PRICE,
    PRICE_UNIT,
    CURRENCY,
    /** VAT rate in percent, which the price does not contain. */
    TAX,
    /** Working days. */
    LEAD_TIME,
    /** The buyer's own number of the article. */
    BUYERS_NUMBER,
    MANUFACTURER,
    MANUFACTURERS_NUMBER,
    GTIN,
    CART_REFERENCE,
    /** Counts from 1. */
    LINE_NUMBER,
    /** The person who shops, where known. */
    BUYER,
    /** The supplier's id of the customer. */
    CUSTOMER,
    /** The day the buyer wants the line: {@code 2026-01-05}. */
    WANTED_DATE,
    /** The line's cost centre, else the cart's. */
    COST_CENTRE,
    /** What the buyer wrote to the line. */
    LINE_TEXT,
    /** What is to stand on the card that goes along. */
    CARD_TEXT,
    /** The delivery place: the customer's own address id. */
    SITE,
    /** The code of the article in the rule's classification scheme. */
    CLASS_CODE,
    /** The name of the rule's scheme, where the article has a code in it. */
    CLASS_SCHEME,
    /** The version of the rule's scheme by which the article is classified, where one is known. */
    CLASS_VERSION,
    /** What the article is said to be, by the attribute's name in any language of the catalogue ({@link FieldRule#of}). */
    ATTRIBUTE,
    BRAND,
    /** Such as {@code cable.data}. */
    CATEGORY_CODE,
    /** In the buyer's language. */
    CATEGORY_NAME,
    /** The smallest quantity that can be ordered. */
    MINIMUM,
    /** Quantities are multiples of it. */
    STEP,
    /** Before discounts, for {@link #PRICE_UNIT} units as the price is. */
    LIST_PRICE,
    /** All surcharges of the article, for {@link #PRICE_UNIT} units, however they are handed over; 0 where there is none. */
    SURCHARGES,
    /** Where the article's picture can be fetched without a log-in. */
    PICTURE,
    /** What the buyer's system said when it called, by the parameter's name ({@link FieldRule#of}); never a secret. */
    PARAMETER;

    /** Whether the rule has to say what is meant, by its name. */
    boolean isNamed() {
        return this == ATTRIBUTE || this == PARAMETER;
    }

    /** Whether the rule has to say by which classification scheme. */
    boolean isClassified() {
        return this == CLASS_CODE || this == CLASS_SCHEME || this == CLASS_VERSION;
    }

    /** Whether the catalogue has to be asked for it: a cart does not carry it. */
    boolean isFact() {
        return switch (this) {
            case ATTRIBUTE, BRAND, CATEGORY_CODE, CATEGORY_NAME, MINIMUM, STEP, LIST_PRICE, SURCHARGES, PICTURE -> true;
            default -> false;
        };
    }
}
