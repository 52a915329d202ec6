package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.List;

/**
 * GS1-128: a Code 128 symbol that begins with FNC1 (ISO/IEC 15417, GS1 General Specifications 5.4). Pairs of digits are written in
 * set C, anything else in set B.
 */
final class Code128 {
    private static final int START_B = 104;
    private static final int START_C = 105;
    private static final int FNC1 = 102;
    private static final int STOP = 106;
    private static final int CHECK = 103;
    /** Widths of bar, space, bar, space, bar, space by value. */
    private static final String[] WIDTHS =
            ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231"
                            + " 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112"
                            + " 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133"
                            + " 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121"
                            + " 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412"
                            + " 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112"
                            + " 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311"
                            + " 113141 114131 311141 411131 211412 211214 211232 2331112")
                    .split(" ");

    private Code128() {}

    /** Whether all of it can be written: printable ASCII, as GS1 allows it. */
    static boolean takes(String data) {
        return data.matches("[\\x21-\\x7e]+");
    }

    /**
     * Dark and light modules from left to right, without the quiet zones.
     *
     * @param data application identifier and value, without brackets
     */
    static boolean[] modules(String data) {
        List<Boolean> modules = new ArrayList<>();
        for (int value : values(data)) {
            boolean dark = true;
            for (char width : WIDTHS[value].toCharArray()) {
                for (int i = 0; i < width - '0'; i++) {
                    modules.add(dark);
                }
                dark = !dark;
            }
        }
        boolean[] all = new boolean[modules.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = modules.get(i);
        }
        return all;
    }

    private static List<Integer> values(String data) {
        boolean pairs = data.matches("(\\d\\d)+");
        List<Integer> values = new ArrayList<>(List.of(pairs ? START_C : START_B, FNC1));
        int step = pairs ? 2 : 1;
        for (int i = 0; i < data.length(); i += step) {
            values.add(pairs ? Integer.parseInt(data.substring(i, i + 2)) : data.charAt(i) - ' ');
        }
        int sum = values.get(0);
        for (int i = 1; i < values.size(); i++) {
            sum += i * values.get(i);
        }
        values.add(sum % CHECK);
        values.add(STOP);
        return values;
    }
}
