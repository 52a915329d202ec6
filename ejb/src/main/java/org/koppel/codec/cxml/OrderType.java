package org.koppel.codec.cxml;

/** {@code OrderRequestHeader/@type}: what an OrderRequest wants. */
enum OrderType {
    NEW,
    UPDATE,
    DELETE;

    /** Null for a word nobody agreed on. {@code change} is not in the DTD, and is written all the same. */
    static OrderType of(String type) {
        return switch (type == null ? "new" : type) {
            case "new" -> NEW;
            case "update", "change" -> UPDATE;
            case "delete" -> DELETE;
            default -> null;
        };
    }
}
