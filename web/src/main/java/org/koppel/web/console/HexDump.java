package org.koppel.web.console;

/** Bytes as offset, hexadecimal and printable ASCII, 16 to a line. */
final class HexDump {
    private static final int PER_LINE = 16;

    private HexDump() {}

    static String of(byte[] bytes, int most) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < Math.min(bytes.length, most); start += PER_LINE) {
            line(bytes, start, text);
        }
        return text.toString();
    }

    private static void line(byte[] bytes, int start, StringBuilder text) {
        StringBuilder readable = new StringBuilder();
        text.append("%08x ".formatted(start));
        for (int i = start; i < start + PER_LINE; i++) {
            if (i >= bytes.length) {
                text.append("   ");
                continue;
            }
            text.append(" %02x".formatted(bytes[i]));
            readable.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        text.append("  ").append(readable).append('\n');
    }
}
