package org.koppel.punchout;

/** What a buyer comes for, whatever the mechanism calls it. */
public enum Purpose {
    /** A new cart. */
    CREATE,
    /** To change a cart that went home before; what is handed over replaces it, also when it is empty. */
    EDIT,
    /** To look at a cart that went home before. Nothing can be changed or handed over. */
    INSPECT,
    /** To have a need of the buyer quoted; as {@link #CREATE}, but the cart may be filled already. */
    SOURCE;

    /** Whether the cart of the visit replaces an earlier one. */
    public boolean replaces() {
        return this == EDIT;
    }
}
