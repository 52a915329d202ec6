package org.koppel.codec.edifact;

import java.util.Set;
import org.koppel.codec.EdiDescription;
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
    static final String INVOIC = "INVOIC";
    static final String ORDRSP = "ORDRSP";
    static final String DESADV = "DESADV";

    /** Of one order or line. */
    static final int MOST_REFERENCES = 500;

    private Edifact() {}

    /** The descriptions of what is read, by message and directory; read when the first one comes. ORDCHG has the segments of ORDERS. */
    static final class Messages {
        private static final EdiDescription ORDERS_D96A = EdiDescription.load(Edifact.class, "orders-d96a.xml");
        private static final EdiDescription ORDERS_D01B = EdiDescription.load(Edifact.class, "orders-d01b.xml");
        private static final EdiDescription ORDRSP_D96A = EdiDescription.load(Edifact.class, "ordrsp-d96a.xml");
        private static final EdiDescription ORDRSP_D01B = EdiDescription.load(Edifact.class, "ordrsp-d01b.xml");
        private static final EdiDescription INVOIC_ANY = EdiDescription.load(Edifact.class, "invoic.xml");
        private static final EdiDescription DESADV_ANY = EdiDescription.load(Edifact.class, "desadv.xml");
        private static final Set<String> EARLY = Set.of("D.96A", "D.96B");
        private static final Set<String> LATE = Set.of("D.01A", "D.01B", "D.01C");

        private Messages() {}

        /** Null for another message, or one of a directory that is not read. */
        static EdiDescription of(String type, String version) {
            boolean early = version != null && EARLY.contains(version);
            if (type == null || !early && (version == null || !LATE.contains(version))) {
                return null;
            }
            return switch (type) {
                case ORDERS, ORDCHG -> early ? ORDERS_D96A : ORDERS_D01B;
                case ORDRSP -> early ? ORDRSP_D96A : ORDRSP_D01B;
                case DESADV -> DESADV_ANY;
                case INVOIC -> INVOIC_ANY;
                default -> null;
            };
        }
    }
}
