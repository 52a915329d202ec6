package org.koppel.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many clients that each do one thing after the other for a while; what each time took, in milliseconds. */
record Turn(double seconds, double[] times) {

    /** One client's work. */
    interface Client {
        /** @param index counts up over all clients and turns */
        void once(int index) throws Exception;
    }

    /** Makes a client, in its own thread. */
    interface Clients {
        Client client() throws Exception;
    }

    static Turn of(int clients, Duration duration, Clients made) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Callable<List<Double>>> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int first = i;
            work.add(() -> {
                Client client = made.client();
                List<Double> times = new ArrayList<>();
                for (int index = first; System.nanoTime() < end; index += clients) {
                    long started = System.nanoTime();
                    client.once(index);
                    times.add((System.nanoTime() - started) / 1e6);
                }
                return times;
            });
        }
        List<Double> all = new ArrayList<>();
        try {
            for (Future<List<Double>> one : threads.invokeAll(work)) {
                all.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
        return new Turn(
                (System.nanoTime() - begin) / 1e9,
                all.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double perSecond() {
        return times.length / seconds;
    }

    Samples samples() {
        return new Samples(times);
    }
}
