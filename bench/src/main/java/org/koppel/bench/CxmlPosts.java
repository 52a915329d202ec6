package org.koppel.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.koppel.run.Demo;

/** cXML orders by {@code /cxml}. */
record CxmlPosts(Demo demo, OrderMessages messages) implements OrderPosts {

    @Override
    public HttpRequest next() {
        return HttpRequest.newBuilder(URI.create(demo.baseUrl() + "/cxml"))
                .header("Content-Type", "text/xml; charset=UTF-8")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(messages.next()))
                .build();
    }

    @Override
    public boolean accepted(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("code=\"200\"");
    }
}
