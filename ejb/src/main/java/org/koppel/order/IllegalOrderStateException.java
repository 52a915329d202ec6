package org.koppel.order;

import org.koppel.shared.DocumentNumber;

/** The order has come too far, or not far enough, for what was asked. */
public class IllegalOrderStateException extends RuntimeException {
    public IllegalOrderStateException(DocumentNumber order, PurchaseOrder.Status status, String step) {
        super("Order " + order + " is " + status + ", cannot " + step);
    }
}
