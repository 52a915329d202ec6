package org.koppel.web.simulator;

/** What a buyer's system may ask for. */
public enum Operation {
    /** Opens the shop with an empty cart. */
    CREATE,
    /** Opens a cart that came home before, to change it. */
    EDIT,
    /** Shows a cart that came home before. */
    INSPECT,
    /** Opens the page of one article: OCI DETAIL, cXML SelectedItem, IDS ADL. */
    DETAIL,
    /** Opens the shop on the hits of some words: OCI SOURCING, IDS AS. */
    SOURCING,
    /** Asks for hits without opening the shop. */
    BACKGROUND_SEARCH,
    /** Asks for the data of one article today, without opening the shop. */
    VALIDATE,
    /** Sends a basket into the shop: IDS WKS. */
    BASKET;

    public boolean opensShop() {
        return this != BACKGROUND_SEARCH && this != VALIDATE;
    }

    public boolean needsArticle() {
        return this == DETAIL || this == VALIDATE || this == BASKET;
    }

    public boolean needsWords() {
        return this == SOURCING || this == BACKGROUND_SEARCH;
    }

    /** Whether it goes on from a cart that came home before. */
    public boolean needsCart() {
        return this == EDIT || this == INSPECT;
    }
}
