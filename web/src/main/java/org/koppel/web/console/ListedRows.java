package org.koppel.web.console;

import java.util.List;
import org.koppel.operations.Page;

/** A list as a page shows it: the rows, the filter that found them, and the states that can be filtered by. */
public record ListedRows<T>(Page<T> page, ListForm form, List<String> statuses, String path) {

    public List<T> rows() {
        return page.items();
    }
}
