package org.koppel.operations;

import java.util.List;
import org.koppel.platform.Json;

/** Lists that are stored as JSON texts; null stands for an empty one. */
final class JsonLists {
    private JsonLists() {}

    static <T> List<T> read(String json, Class<T[]> type) {
        return json == null || json.isBlank() ? List.of() : List.of(Json.read(json, type));
    }
}
