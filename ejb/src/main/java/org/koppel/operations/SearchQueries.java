package org.koppel.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** One question to everything: orders by number, messages by reference or id, deliveries by number or id. */
@ApplicationScoped
@Transactional
public class SearchQueries {
    private static final int MOST = 20;

    @Inject
    OrderQueries orders;

    @Inject
    MessageQueries messages;

    @Inject
    DeliveryQueries deliveries;

    /** What was found; each list holds at most 20 rows, newest first. */
    public record Found(List<OrderRow> orders, List<MessageRow> messages, List<DeliveryRow> deliveries) {

        /** Orders, messages and deliveries together. */
        public int count() {
            return orders.size() + messages.size() + deliveries.size();
        }
    }

    /** @param text what a person typed or pasted; not blank */
    public Found find(String text) {
        ListFilter filter = ListFilter.NONE.withText(text).after(null, MOST);
        return new Found(
                orders.list(filter).items(),
                messages.list(filter).items(),
                deliveries.list(filter).items());
    }
}
