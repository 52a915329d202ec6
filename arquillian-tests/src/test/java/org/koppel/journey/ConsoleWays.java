package org.koppel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** A person at the console who adds ways in and has them visited. */
final class ConsoleWays {
    private static final int SEE_OTHER = 303;

    private final Console console;

    ConsoleWays(Console console) {
        this.console = console;
    }

    /** What is usual for a way in that is only visited when somebody wants it. */
    static Map<String, String> form(String transport, String customer, String name, Map<String, String> settings) {
        Map<String, String> form = new TreeMap<>();
        settings.forEach((key, value) -> form.put("set." + key, value));
        form.put("transport", transport);
        form.put("name", name);
        form.put("customer", customer);
        form.put("pattern", "*");
        form.put("ready", "NAME");
        form.put("marker", ".ok");
        form.put("settle", "30");
        form.put("archive", "archive");
        form.put("error", "error");
        form.put("every", "86400");
        form.put("timeout", "20");
        return form;
    }

    /** Adds a way in, whose first visit is over when this returns. @return its page */
    String add(Map<String, String> form) throws Exception {
        String page = sent("/console/ways", form);
        visited(page, 1);
        return page;
    }

    /** Has it visited and waits for the end of that; {@code times} it was visited before, and this one. */
    void run(String way, int times) throws Exception {
        sent(way + "/run", Map.of());
        visited(way, times);
    }

    void switchOff(String way) {
        console.submit(way + "/switch", Map.of("on", "false"));
    }

    /** Sends a form that is taken. @return the page it leads to */
    String sent(String path, Map<String, String> form) {
        HttpResponse<String> answer = console.submit(path, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(SEE_OTHER);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
    }

    private void visited(String page, int times) throws Exception {
        Koppel.await(
                "visit " + times,
                () -> console.page(page).split("<span class=\"badge (good|bad)\">(Done|Failed)</span>", -1).length - 1,
                n -> n >= times);
    }
}
