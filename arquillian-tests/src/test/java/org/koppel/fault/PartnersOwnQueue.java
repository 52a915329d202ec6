package org.koppel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.koppel.run.Demo;

/**
 * A program of a partner inside the house, which lives on the same server and uses its queues: nobody reaches the broker from outside.
 * A restart of the server takes it away.
 */
final class PartnersOwnQueue {
    private static final String WEB =
            "<jboss-web><context-root>/partner</context-root><virtual-host>default-host</virtual-host></jboss-web>";

    /** Sends the body to the queue, or takes one message off it. */
    private static final String PAGE = """
            <%@ page contentType="text/plain; charset=UTF-8" import="jakarta.jms.*,javax.naming.InitialContext" %><%
            ConnectionFactory broker = InitialContext.doLookup("java:/jms/PlainCF");
            Queue queue = InitialContext.doLookup("java:/jms/queue/partner/" + request.getParameter("queue"));
            try (JMSContext jms = broker.createContext()) {
                if (request.getMethod().equals("POST")) {
                    BytesMessage message = jms.createBytesMessage();
                    message.writeBytes(request.getInputStream().readAllBytes());
                    jms.createProducer().send(queue, message);
                } else {
                    Message message = jms.createConsumer(queue).receive(1000);
                    if (message != null) {
                        out.println(message.getJMSCorrelationID() + " " + message.getStringProperty("fileName")
                                + " " + message.getStringProperty("reason"));
                        out.print(new String(message.getBody(byte[].class), "ISO-8859-1"));
                    }
                }
            }
            %>""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Demo demo;

    private PartnersOwnQueue(Demo demo) {
        this.demo = demo;
    }

    static PartnersOwnQueue on(Demo demo) throws Exception {
        Path deployments = demo.server().console().getParent().getParent().resolve("deployments");
        if (Files.exists(deployments.resolve("partner.war.deployed"))) { // anew it would be away for a moment
            return new PartnersOwnQueue(demo);
        }
        try (OutputStream file = Files.newOutputStream(deployments.resolve("partner.war"));
                ZipOutputStream war = new ZipOutputStream(file)) {
            entry(war, "queue.jsp", PAGE);
            entry(war, "WEB-INF/jboss-web.xml", WEB);
        }
        Files.writeString(deployments.resolve("partner.war.dodeploy"), "");
        Eventually.see(
                "the partner's program",
                () -> Files.exists(deployments.resolve("partner.war.deployed"))
                        || Files.exists(deployments.resolve("partner.war.failed")),
                there -> there);
        assertThat(deployments.resolve("partner.war.deployed")).exists();
        return new PartnersOwnQueue(demo);
    }

    private static void entry(ZipOutputStream war, String name, String content) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(content.getBytes(StandardCharsets.UTF_8));
        war.closeEntry();
    }

    void send(String queue, String content) throws Exception {
        call(
                queue,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(content, StandardCharsets.ISO_8859_1)));
    }

    /** One message that was waiting: its correlation id, file name and reason, then what it holds; empty when there was none. */
    String take(String queue) throws Exception {
        return call(queue, HttpRequest.newBuilder().GET());
    }

    private String call(String queue, HttpRequest.Builder request) throws Exception {
        URI page = URI.create(demo.baseUrl() + "/partner/queue.jsp?queue=" + queue);
        HttpResponse<String> answer = http.send(request.uri(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
