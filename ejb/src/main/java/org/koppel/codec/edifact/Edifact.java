package org.koppel.codec.edifact;

import io.xlate.edi.schema.Schema;
import java.util.Map;
import org.koppel.codec.EdiSchemas;
import org.koppel.codec.FormatId;

/** What every part of this format shares. */
final class Edifact {
    /** EANCOM 1997: directory D.96A. */
    static final FormatId D96A = new FormatId("edifact-d96a");

    /** EANCOM 2002: directory D.01B. */
    static final FormatId D01B = new FormatId("edifact-d01b");

    static final String MEDIA_TYPE = "application/EDIFACT";
    static final String FILE_EXTENSION = "edi";
    static final String ORDERS = "ORDERS";
    static final String ORDCHG = "ORDCHG";

    /** Most lines of one order, and most references of one order or line. */
    static final int MOST_LINES = 10_000;

    static final int MOST_REFERENCES = 500;

    private Edifact() {}

    /** The descriptions of what is read, by directory; read when the first one comes. ORDCHG has the segments of ORDERS. */
    static final class Orders {
        private static final Schema D96A = EdiSchemas.load(Edifact.class, "orders-d96a.xml");
        private static final Schema D01B = EdiSchemas.load(Edifact.class, "orders-d01b.xml");
        private static final Map<String, Schema> VERSIONS =
                Map.of("D.96A", D96A, "D.96B", D96A, "D.01A", D01B, "D.01B", D01B, "D.01C", D01B);

        private Orders() {}

        /** Null for another message, or one of a directory that is not read. */
        static Schema of(String type, String version) {
            return ORDERS.equals(type) || ORDCHG.equals(type) ? VERSIONS.get(version) : null;
        }
    }
}
