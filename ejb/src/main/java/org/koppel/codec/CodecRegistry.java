package org.koppel.codec;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.koppel.document.Document;

/** Every reader, writer and envelope reader, keyed by format and document type. Two that claim the same stop the deployment. */
@ApplicationScoped
public class CodecRegistry {
    @Inject
    @Any
    private Instance<DocumentReader<?>> readerBeans;

    @Inject
    @Any
    private Instance<DocumentWriter<?>> writerBeans;

    @Inject
    @Any
    private Instance<EnvelopeReader> envelopeBeans;

    @Inject
    @Any
    private Instance<PublishedSchema> schemas;

    @Inject
    @Any
    private Instance<AnswerReader> answerBeans;

    private final Map<Key, DocumentReader<?>> readers = new HashMap<>();
    private final Map<Key, DocumentWriter<?>> writers = new HashMap<>();
    private final Map<FormatId, EnvelopeReader> envelopes = new HashMap<>();

    private record Key(FormatId format, Class<?> documentClass) {}

    @PostConstruct
    void collect() {
        readerBeans.forEach(r -> put(readers, new Key(r.format(), r.documentClass()), r));
        writerBeans.forEach(w -> put(writers, new Key(w.format(), w.documentClass()), w));
        envelopeBeans.forEach(e -> put(envelopes, e.format(), e));
    }

    void atStart(@Observes Startup event) {
        // being called is enough: the container has run collect(), so a clash stops the deployment and not the first
        // order
    }

    private static <K, V> void put(Map<K, V> map, K key, V value) {
        V other = map.put(key, value);
        if (other != null) {
            throw new IllegalStateException(
                    "Two codecs claim " + key + ": " + other.getClass() + " and " + value.getClass());
        }
    }

    @SuppressWarnings("unchecked")
    public <T extends Document> Optional<DocumentReader<T>> reader(FormatId format, Class<T> documentClass) {
        return Optional.ofNullable((DocumentReader<T>) readers.get(new Key(format, documentClass)));
    }

    @SuppressWarnings("unchecked")
    public <T extends Document> Optional<DocumentWriter<T>> writer(FormatId format, Class<T> documentClass) {
        return Optional.ofNullable((DocumentWriter<T>) writers.get(new Key(format, documentClass)));
    }

    public Optional<EnvelopeReader> envelope(FormatId format) {
        return Optional.ofNullable(envelopes.get(format));
    }

    /** The format a message is in, by its content type (may be null) and first bytes; empty when nobody recognises it. */
    public Optional<EnvelopeReader> recognise(String contentType, byte[] head) {
        return envelopes.values().stream()
                .filter(e -> e.recognises(contentType, head))
                .findFirst();
    }

    /** The writers of a type of document by its name ({@code OrderResponse}), in the order of their format ids. */
    public List<DocumentWriter<?>> writersOf(String documentType) {
        return writers.entrySet().stream()
                .filter(e -> e.getKey().documentClass().getSimpleName().equals(documentType))
                .sorted(Comparator.comparing(e -> e.getKey().format().value()))
                .<DocumentWriter<?>>map(Map.Entry::getValue)
                .toList();
    }

    /** Whether a type of document, by its name, can be written in a format. */
    public boolean writes(String documentType, String format) {
        return writersOf(documentType).stream().anyMatch(w -> w.format().value().equals(format));
    }

    /** What reads the immediate answers of partners who get this format; empty for most. */
    public Optional<AnswerReader> answers(FormatId format) {
        return answerBeans.stream().filter(a -> a.format().equals(format)).findFirst();
    }

    /** What partners may fetch, by name. */
    public List<PublishedSchema> published() {
        return schemas.stream()
                .sorted(Comparator.comparing(PublishedSchema::name))
                .toList();
    }

    /** The types of documents that somebody here writes ({@code OrderResponse}), by name. */
    public List<String> typesWritten() {
        return writers.keySet().stream()
                .map(k -> k.documentClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
    }

    /** The ids of all formats that can be read or written. */
    public Collection<String> formats() {
        TreeSet<String> ids = new TreeSet<>();
        readers.keySet().forEach(k -> ids.add(k.format().value()));
        writers.keySet().forEach(k -> ids.add(k.format().value()));
        return ids;
    }
}
