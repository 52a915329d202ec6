package org.koppel.bench;

import java.util.Locale;

/** The same work done by Koppel and by a peer, in one thread, taking turns; the median ratio counts. */
record Race(Work ours, Work peers) {
    private static final int PAIRS = 5;

    /** One turn. */
    interface Work {
        void once() throws Exception;
    }

    /** @param items how many things one turn does; {@code limit} what the ratio of the rates should reach */
    Figure figure(String what, String unit, int items, String peer, double limit) throws Exception {
        double[] our = new double[PAIRS];
        double[] their = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            their[i] = items / seconds(peers);
            our[i] = items / seconds(ours);
            ratios[i] = our[i] / their[i];
        }
        Samples ratio = new Samples(ratios);
        return Figure.atLeast(
                what + " (" + ratio.spread() + ")",
                String.format(Locale.ROOT, "%.0f %s/s", new Samples(our).median(), unit),
                String.format(Locale.ROOT, "%.0f/s %s", new Samples(their).median(), peer),
                ratio.median(),
                limit);
    }

    static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.once();
        return (System.nanoTime() - begin) / 1e9;
    }
}
