package org.koppel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.koppel.operations.FlowHour;

class FlowChartTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void theHighestBarFillsTheChartAndOneOrderIsSeenBesideThousands() {
        FlowChart chart = FlowChart.of(List.of(new FlowHour(MONDAY, 5000, 1), new FlowHour(MONDAY, 0, 2500)));
        assertThat(chart.top()).isEqualTo(5000);
        assertThat(chart.bars().get(0).ordersHeight()).isEqualTo(FlowChart.HEIGHT);
        assertThat(chart.bars().get(0).deliveredHeight()).isEqualTo(2);
        assertThat(chart.bars().get(1).ordersHeight()).isZero();
        assertThat(chart.bars().get(1).deliveredHeight()).isEqualTo(FlowChart.HEIGHT / 2);
        assertThat(chart.orders()).isEqualTo(5000);
        assertThat(chart.delivered()).isEqualTo(2501);
    }

    @Test
    void aDayWithoutAnythingDividesByNothing() {
        assertThat(FlowChart.of(List.of(new FlowHour(MONDAY, 0, 0)))
                        .bars()
                        .get(0)
                        .ordersHeight())
                .isZero();
    }
}
