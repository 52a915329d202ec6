package org.koppel.fault;

/** An order of {@code ediplus} as a file: EDIFACT ORDERS D.96A of one line. */
final class FiledOrder {
    private FiledOrder() {}

    /** @param control reference of the interchange, up to 14 characters */
    static String edifact(String control, String number) {
        return "UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + control + "'\n"
                + "UNH+1+ORDERS:D:96A:UN:EAN008'BGM+220+" + number + "+9'DTM+137:20261121:102'"
                + "NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'QTY+21:1:PCE'"
                + "UNS+S'CNT+2:1'UNT+12+1'\nUNZ+1+" + control + "'";
    }
}
