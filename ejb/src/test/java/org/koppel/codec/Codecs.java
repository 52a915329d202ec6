package org.koppel.codec;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.koppel.document.Document;

/** Every reader and writer of the product, found by its class as the server finds it by CDI: a new one needs no entry anywhere. */
final class Codecs {
    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final List<DocumentWriter<?>> writers = new ArrayList<>();
    private final List<DocumentReader<?>> readers = new ArrayList<>();
    private final List<EnvelopeReader> envelopes = new ArrayList<>();

    Codecs() {
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.koppel.codec").stream()
                        .filter(c -> !c.isInterface() && !c.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(c -> c.isAssignableTo(DocumentWriter.class)
                                || c.isAssignableTo(DocumentReader.class)
                                || c.isAssignableTo(EnvelopeReader.class))
                        .map(c -> bean(c.reflect()))
                        .sorted(Comparator.comparing(b -> b.getClass().getName()))
                        .forEach(this::keep);
    }

    private void keep(Object bean) {
        if (bean instanceof DocumentWriter<?> writer) {
            writers.add(writer);
        }
        if (bean instanceof DocumentReader<?> reader) {
            readers.add(reader);
        }
        if (bean instanceof EnvelopeReader envelope) {
            envelopes.add(envelope);
        }
    }

    List<DocumentWriter<?>> writers() {
        return writers;
    }

    List<DocumentReader<?>> readers() {
        return readers;
    }

    List<EnvelopeReader> envelopes() {
        return envelopes;
    }

    Optional<EnvelopeReader> envelope(FormatId format) {
        return envelopes.stream().filter(e -> e.format().equals(format)).findFirst();
    }

    @SuppressWarnings("unchecked")
    Optional<DocumentReader<Document>> reader(FormatId format, Class<?> documents) {
        return readers.stream()
                .filter(r -> r.format().equals(format) && r.documentClass().equals(documents))
                .map(r -> (DocumentReader<Document>) r)
                .findFirst();
    }

    /** Of its own, with what it injects. */
    private Object bean(Class<?> type) {
        Object known = beans.get(type);
        if (known != null) {
            return known;
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                for (Field field : part.getDeclaredFields()) {
                    if (field.isAnnotationPresent(Inject.class)) {
                        field.setAccessible(true);
                        field.set(bean, bean(field.getType()));
                    }
                }
            }
            beans.put(type, bean);
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }
}
