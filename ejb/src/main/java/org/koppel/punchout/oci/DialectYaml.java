package org.koppel.punchout.oci;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Dialects as YAML files. Strict: an unknown or repeated key is an error. Types are ours alone, none are named in the file. */
public final class DialectYaml {
    private static final int LONGEST = 200_000;
    /** How the reader says that a key stands there twice; it has no exception of its own for that. */
    private static final String REPEATED = "duplicate";

    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .withConfigOverride(List.class, DialectYaml::withoutEmpty)
            .withConfigOverride(Map.class, DialectYaml::withoutEmpty)
            .build();

    private DialectYaml() {}

    /** Empty lists and tables are left out; an empty text says something and stays. */
    private static void withoutEmpty(MutableConfigOverride collections) {
        collections.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    }

    /** @throws DialectRefusedException with the place where the text is no dialect */
    public static Dialect read(String yaml) {
        if (yaml.length() > LONGEST) {
            throw new DialectRefusedException("", DialectProblem.TOO_LONG, String.valueOf(LONGEST));
        }
        try {
            Dialect read = MAPPER.readValue(yaml, Dialect.class);
            if (read == null) {
                throw new DialectRefusedException("", DialectProblem.EMPTY);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refused(e);
        }
    }

    private static DialectRefusedException refused(JsonProcessingException e) {
        String line = line(e.getLocation());
        String place = e instanceof JsonMappingException mapping ? place(mapping) : "";
        DialectRefusedException refused;
        if (String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT).contains(REPEATED)) {
            refused = new DialectRefusedException(place, DialectProblem.REPEATED_KEY, line);
        } else if (e instanceof UnrecognizedPropertyException) {
            refused = new DialectRefusedException(place, DialectProblem.UNKNOWN_KEY, line);
        } else if (e instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            String known = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            refused = new DialectRefusedException(
                    place, DialectProblem.NOT_ONE_OF, String.valueOf(format.getValue()), known, line);
        } else if (e instanceof MismatchedInputException && !place.isEmpty()) {
            refused = new DialectRefusedException(place, DialectProblem.WRONG_KIND, line);
        } else {
            refused = new DialectRefusedException(place, DialectProblem.NOT_YAML, line);
        }
        refused.initCause(e);
        return refused;
    }

    public static String write(Dialect dialect) {
        try {
            return MAPPER.writeValueAsString(dialect);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a dialect", e);
        }
    }

    private static String line(JsonLocation location) {
        return location == null ? "1" : String.valueOf(location.getLineNr());
    }

    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex() + 1).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }
}
