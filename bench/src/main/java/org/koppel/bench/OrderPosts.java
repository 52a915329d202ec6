package org.koppel.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Orders as a partner posts them, each with a number of its own. */
interface OrderPosts {
    HttpRequest next();

    /** Whether the order was taken. */
    boolean accepted(HttpResponse<String> answer);
}
