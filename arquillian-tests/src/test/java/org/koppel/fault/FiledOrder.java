package org.koppel.fault;

/** Orders of {@code ediplus} as a file: an EDIFACT interchange of ORDERS D.96A with one line each. */
final class FiledOrder {
    private FiledOrder() {}

    /** @param control reference of the interchange, up to 14 characters */
    static String edifact(String control, String... numbers) {
        StringBuilder text = new StringBuilder("UNA:+.? 'UNB+UNOC:3+EDIPLUS:14+SUPPLIER:14+261121:0930+" + control + "'\n");
        for (int i = 1; i <= numbers.length; i++) {
            text.append("UNH+" + i + "+ORDERS:D:96A:UN:EAN008'BGM+220+" + numbers[i - 1] + "+9'DTM+137:20261121:102'")
                    .append("NAD+BY+5412345000013::9'NAD+DP+5412345000020::9'CUX+2:EUR:9'LIN+10'PIA+5+100001:SA'")
                    .append("QTY+21:1:PCE'UNS+S'CNT+2:1'UNT+12+" + i + "'\n");
        }
        return text.append("UNZ+" + numbers.length + "+" + control + "'").toString();
    }
}
