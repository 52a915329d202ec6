package org.koppel.punchout;

import java.util.List;

/** How a mechanism brings a cart home; one implementation per mechanism, found by CDI. */
public interface HandBack {

    /** The mechanism's name in {@link Visit#mechanism}. */
    String mechanism();

    /**
     * The form that carries the cart; the same cart gives the same form. A cart that replaces an earlier one
     * ({@link Purpose#EDIT}) has the reference of that one, and may be empty.
     */
    ReturnForm transfer(Visit visit, String reference, List<CartItem> items);

    /**
     * Makes ready, as part of the transfer, what can fail; does nothing where nothing can.
     *
     * @throws CartNotReturnableException when the cart cannot go home by this mechanism
     */
    default void prepare(Visit visit, String reference, List<CartItem> items) {}

    /** The form that returns without a cart. */
    ReturnForm cancel(Visit visit);
}
