package org.koppel.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** What the scripts put into a WildFly they take out again, on a copy of the server that was unpacked for the build. */
class RemoveScriptsTest {
    private static final Path CLI = Path.of("src/main/cli").toAbsolutePath();
    private static final Path UNPACKED = Path.of(System.getProperty("koppel.wildfly", "target/wildfly-39.0.1.Final"))
            .toAbsolutePath();
    private static final List<String> LAST_INSTALLED_FIRST =
            List.of("logging", "observability", "subsystems", "security", "web", "mail", "messaging", "datasource");

    @TempDir
    Path home;

    @Test
    void afterAllConcernsAreRemovedTheServerIsAsItIsShipped() throws Exception {
        copyTheServer();
        Path configuration = home.resolve("standalone/configuration");
        run(CLI.resolve("install.sh"), home.toString(), "target/driver/postgresql.jar");
        assertThat(parts(configuration.resolve("koppel.xml")))
                .isNotEqualTo(parts(configuration.resolve("standalone-full.xml")));
        assertThat(configuration.resolve("logging.properties"))
                .content()
                .contains("\nlogger.handlers=CONSOLE\n", "\nhandler.CONSOLE.formatter=PATTERN\n");

        List<String> remove = new ArrayList<>(List.of(home.toString()));
        remove.addAll(LAST_INSTALLED_FIRST);
        run(CLI.resolve("remove.sh"), remove.toArray(String[]::new));

        assertThat(parts(configuration.resolve("koppel.xml")))
                .containsExactlyElementsOf(parts(configuration.resolve("standalone-full.xml")));
        assertThat(configuration.resolve("logging.properties"))
                .content()
                .contains("\nlogger.handlers=CONSOLE,FILE\n", "\nhandler.CONSOLE.formatter=COLOR-PATTERN\n");
        assertThat(state()).contains("running");
    }

    @Test
    void everyConcernHasBothScripts() throws IOException {
        try (Stream<Path> scripts = Files.list(CLI)) {
            List<String> names = scripts.map(s -> s.getFileName().toString())
                    .filter(s -> s.endsWith(".cli"))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(LAST_INSTALLED_FIRST.stream()
                            .flatMap(c -> Stream.of(c + "-install.cli", c + "-remove.cli"))
                            .toList());
        }
    }

    /** Modules are lent, everything that the scripts write is a copy. */
    private void copyTheServer() throws IOException {
        copy(UNPACKED.resolve("bin"), home.resolve("bin"));
        copy(UNPACKED.resolve("standalone/configuration"), home.resolve("standalone/configuration"));
        Files.deleteIfExists(home.resolve("standalone/configuration/koppel.xml"));
        Files.copy(UNPACKED.resolve("jboss-modules.jar"), home.resolve("jboss-modules.jar"));
        Files.createDirectories(home.resolve("modules"));
        Files.createSymbolicLink(home.resolve("modules/system"), UNPACKED.resolve("modules/system"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.list(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Boots the configuration once more, as an administrator would. */
    private String state() throws IOException, InterruptedException {
        Path script = home.resolve("state.cli");
        Files.writeString(script, """
            embed-server --server-config=koppel.xml --std-out=discard
            :read-attribute(name=server-state)
            stop-embedded-server
            """);
        return run(home.resolve("bin/jboss-cli.sh"), "--file=" + script);
    }

    private String run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        Path output = home.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("%s ends", script)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Subsystems, extensions, interfaces, ports and management, each as one text; their order says nothing. */
    private static TreeSet<String> parts(Path configuration) throws Exception {
        Element server = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(configuration.toFile())
                .getDocumentElement();
        TreeSet<String> parts = new TreeSet<>();
        for (Element part : children(server)) {
            for (Element one : children(part)) {
                parts.add(part.getTagName() + attributes(part) + ": " + text(one));
            }
        }
        return parts;
    }

    private static String text(Element element) {
        List<Element> children = children(element);
        String inside = children.isEmpty()
                ? element.getTextContent().strip()
                : String.join(
                        "",
                        children.stream().map(RemoveScriptsTest::text).sorted().toList());
        return "<" + element.getTagName() + attributes(element) + ">" + inside;
    }

    private static TreeSet<String> attributes(Element element) {
        TreeSet<String> all = new TreeSet<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            all.add(attributes.item(i).toString());
        }
        return all;
    }

    private static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }
}
