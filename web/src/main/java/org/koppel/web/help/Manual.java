package org.koppel.web.help;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** The manual: what stands in {@code docs} of the sources, made into pages of this server. In English. */
@ApplicationScoped
public class Manual {
    /** Chapters by part, in the order in which they are listed. */
    static final Map<String, List<String>> PARTS = parts();

    private static final String FOLDER = "manual/";

    private final Map<String, Chapter> chapters = new LinkedHashMap<>();

    /** One page. {@code name} is its file, such as {@code formats/cxml.md}; {@code html} is what stands in {@code main}. */
    public record Chapter(String name, String title, String html) {}

    /** Some chapters for the same readers. {@code key} is of the words in {@code help.properties}. */
    public record Part(String key, List<Chapter> chapters) {}

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("start", List.of("quickstart.md", "capabilities.md"));
        parts.put("buyers", List.of("oci.md", "cxml.md", "peppol-punchout.md", "ids.md", "shop.md", "portal.md"));
        parts.put("desk", List.of("console.md", "dialects.md", "ways-in.md", "channels.md"));
        parts.put("developers", List.of("api.md", "as2.md"));
        parts.put(
                "formats",
                List.of(
                        "formats/matrix.md",
                        "formats/cxml.md",
                        "formats/cebeo.md",
                        "formats/ubl.md",
                        "formats/edifact.md",
                        "formats/x12.md",
                        "formats/table.md",
                        "formats/koppel.md",
                        "formats/koppel-order.md",
                        "formats/report.md",
                        "formats/order-changes.md",
                        "formats/despatch.md",
                        "formats/invoice.md",
                        "formats/back-office.md"));
        parts.put("operators", List.of("operations.md", "testing.md"));
        return parts;
    }

    @PostConstruct
    void read() {
        List<Extension> extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        Parser parser = Parser.builder().extensions(extensions).build();
        PARTS.values().stream().flatMap(List::stream).forEach(name -> {
            HtmlRenderer renderer = HtmlRenderer.builder()
                    .extensions(extensions)
                    .escapeHtml(true)
                    .attributeProviderFactory(context -> new Scrolling())
                    .nodeRendererFactory(context -> new KnownLinks(context, name))
                    .build();
            String text = text(name);
            String title = text.lines()
                    .findFirst()
                    .orElse(name)
                    .replaceFirst("^#\\s*", "")
                    .replace("`", "");
            chapters.put(name, new Chapter(name, title, renderer.render(parser.parse(text))));
        });
    }

    /** By their readers, in order. */
    public List<Part> all() {
        return PARTS.entrySet().stream()
                .map(p -> new Part(
                        p.getKey(), p.getValue().stream().map(chapters::get).collect(Collectors.toList())))
                .toList();
    }

    /** @param name such as {@code formats/cxml.md} */
    public Optional<Chapter> chapter(String name) {
        return Optional.ofNullable(chapters.get(name));
    }

    private static String text(String name) {
        try (InputStream in = Manual.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The manual lacks its chapter " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read chapter " + name, e);
        }
    }

    /** What is wider than a small screen scrolls by itself, with the keyboard too. */
    private static final class Scrolling implements AttributeProvider {
        @Override
        public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
            boolean wide = node instanceof TableBlock || node instanceof FencedCodeBlock && tagName.equals("pre");
            if (wide) {
                attributes.put("tabindex", "0");
            }
        }
    }

    /** Links to files of the sources that are no chapters are words only. */
    private static final class KnownLinks extends CoreHtmlNodeRenderer {
        private final String folder;

        private KnownLinks(HtmlNodeRendererContext context, String chapter) {
            super(context);
            this.folder = chapter.substring(0, chapter.lastIndexOf('/') + 1);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class);
        }

        @Override
        public void visit(Link link) {
            if (leadsSomewhere(link.getDestination())) {
                super.visit(link);
            } else {
                visitChildren(link);
            }
        }

        private boolean leadsSomewhere(String destination) {
            if (destination.startsWith("#") || destination.matches("(https?:/)?/.*")) {
                return true;
            }
            String file = destination.replaceFirst("#.*", "");
            String path = file.startsWith("../") ? file.substring("../".length()) : folder + file;
            return PARTS.values().stream().anyMatch(p -> p.contains(path));
        }
    }
}
