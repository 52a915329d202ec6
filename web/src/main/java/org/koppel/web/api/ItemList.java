package org.koppel.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.koppel.operations.Page;

/** A page of a list. */
public record ItemList<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "Ask again with after=<next> for the page behind; null on the last one")
        String next) {

    static <R, T> ItemList<T> of(Page<R> page, Function<R, T> view) {
        return new ItemList<>(page.items().stream().map(view).toList(), page.next());
    }
}
