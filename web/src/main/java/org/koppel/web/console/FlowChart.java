package org.koppel.web.console;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.koppel.operations.FlowHour;

/** Bars for the last hours, drawn by the server as SVG: {@code width} × {@code height} units, the base line at the bottom. */
public record FlowChart(List<Bar> bars, int top, int orders, int delivered) {
    public static final int HEIGHT = 120;
    public static final int STEP = 30;

    /** One hour: where it stands, how high its two bars are, and what the table says. */
    public record Bar(int x, String hour, int orders, int ordersHeight, int delivered, int deliveredHeight) {}

    static FlowChart of(List<FlowHour> hours) {
        int top = Math.max(
                1,
                hours.stream()
                        .mapToInt(h -> Math.max(h.orders(), h.delivered()))
                        .max()
                        .orElse(1));
        List<Bar> bars = IntStream.range(0, hours.size())
                .mapToObj(i -> bar(i, hours.get(i), top))
                .toList();
        return new FlowChart(
                bars,
                top,
                hours.stream().mapToInt(FlowHour::orders).sum(),
                hours.stream().mapToInt(FlowHour::delivered).sum());
    }

    public int width() {
        return bars.size() * STEP;
    }

    private static Bar bar(int index, FlowHour hour, int top) {
        String label =
                "%02d".formatted(hour.start().atZone(ZoneId.systemDefault()).getHour());
        return new Bar(
                index * STEP,
                label,
                hour.orders(),
                height(hour.orders(), top),
                hour.delivered(),
                height(hour.delivered(), top));
    }

    /** At least two units for one, so that a single order is seen beside thousands. */
    private static int height(int count, int top) {
        return count == 0 ? 0 : Math.max(2, (int) ((long) count * HEIGHT / top));
    }
}
