package org.koppel.codec.edifact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiFields;
import org.koppel.codec.EdiSchedule;
import org.koppel.codec.EdiSegment;
import org.koppel.codec.RequestedDay;
import org.koppel.shared.Quantity;

/**
 * When a line is wanted: its DTM, and its SCC with their QTY and DTM. They are kept as they come and read when the line is to be carried
 * out: one that is deleted, or stays as it is, may say of its deliveries what it likes.
 */
final class OrdersSchedule {
    private final EdiFields fields;
    private final EdiSchedule deliveries = new EdiSchedule();
    private final List<EdiSegment> segments = new ArrayList<>();
    private final RequestedDay requested = new RequestedDay(OrdersMessage.REQUESTED);

    OrdersSchedule(EdiFields fields) {
        this.fields = fields;
    }

    void take(EdiSegment segment) {
        segments.add(segment);
    }

    /** @param segment that alone says that the line is wanted on several days */
    void several(EdiSegment segment) {
        deliveries.several(segment);
    }

    /** The day, null where none is named; deliveries that cannot be carried out are noted. @param ordered null where a change leaves it */
    LocalDate read(Quantity ordered) {
        segments.forEach(this::read);
        deliveries.check(ordered, fields);
        return requested.day();
    }

    private void read(EdiSegment segment) {
        switch (segment.tag()) {
            case "SCC" -> {
                if (isRepeated(segment)) {
                    deliveries.several(segment);
                }
            }
            case "QTY" ->
                deliveries.add(segment, EdifactQuantities.of(segment, fields, fields.positive(segment, 1, 2)));
            case "DTM" -> {
                if (segment.isOneOf(OrdersMessage.REQUESTED.keySet(), 1)) {
                    day(segment);
                }
            }
            default -> {} // FTX, RFF
        }
    }

    private void day(EdiSegment dtm) {
        boolean ofDelivery = dtm.loop().equals("SG50");
        if (!requested.take(dtm.at(1), EdifactDates.day(dtm, fields), ofDelivery)) {
            deliveries.several(dtm);
        }
    }

    /** Whether SCC names a frequency (2013): it asks for its quantity again and again. */
    static boolean isRepeated(EdiSegment scc) {
        return scc.at(3) != null;
    }
}
