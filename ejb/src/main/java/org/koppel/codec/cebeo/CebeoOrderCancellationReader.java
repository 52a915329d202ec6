package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentReader;
import org.koppel.codec.DocumentSink;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.OrderCancellation;
import org.koppel.shared.DocumentNumber;

/**
 * Reads {@code Order/Delete} of CebeoXML 2.0, which names an order by the number of our answer to it ({@code SupplierOrderID}). It says neither when nor why.
 */
@ApplicationScoped
public class CebeoOrderCancellationReader implements DocumentReader<OrderCancellation> {
    private static final List<String> PATH = List.of("Request", "Order", "Delete");
    private static final String NUMBER = "Order/Delete/SupplierOrderID";

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<OrderCancellation> documentClass() {
        return OrderCancellation.class;
    }

    @Override
    public void read(InputStream in, FormatSettings settings, DocumentSink<OrderCancellation> sink)
            throws DocumentException, IOException {
        DocumentNumber order = new Walk(XmlStreams.open(in)).order();
        OffsetDateTime came =
                settings.receivedAt().map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null);
        sink.accept(new OrderCancellation(order, null, came, order, false, null));
    }

    private static final class Walk {
        private final XmlCursor xml;
        private final Problems problems = new Problems();
        private final CebeoFields fields;
        private String number;
        private boolean cart;

        Walk(XmlCursor xml) {
            this.xml = xml;
            this.fields = new CebeoFields(xml, problems, UnitReading.USUAL);
        }

        DocumentNumber order() throws DocumentException, IOException {
            xml.nextChild(0);
            if (!Cebeo.ROOT.equals(xml.name())) {
                throw new DocumentException(new Problem(
                        "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send " + Cebeo.ROOT));
            }
            inside(0);
            xml.nextChild(0); // to the very end: what follows the root must be well-formed too
            if (cart) {
                fields.problem(
                        "UNSUPPORTED_VALUE",
                        "Order/Delete/OpenOrder",
                        "OpenOrder is the cart in the shop, which its buyer empties there; name an order in"
                                + " SupplierOrderID");
            } else {
                fields.required(number, NUMBER, "name the order as our answer to it did");
            }
            problems.throwIfAny();
            return new DocumentNumber(number);
        }

        /** Down the path, and then what is deleted. @param step of the path that a child may be */
        private void inside(int step) throws DocumentException, IOException {
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if (step == PATH.size()) {
                    deleted();
                } else if (PATH.get(step).equals(xml.name())) {
                    inside(step + 1);
                }
            }
        }

        private void deleted() throws DocumentException, IOException {
            switch (xml.name()) {
                case "SupplierOrderID" -> number = fields.text(Cebeo.NUMBER_LENGTH, NUMBER);
                case "OpenOrder" -> cart = true;
                default -> {}
            }
        }
    }
}
