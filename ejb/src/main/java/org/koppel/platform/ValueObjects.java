package org.koppel.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Value objects in JSON: a record whose only component is {@code String value} is written as that text. It is read from the text,
 * and from {@code {"value": "…"}}, as rows of before have it.
 */
final class ValueObjects extends SimpleModule {
    private static final long serialVersionUID = 1;

    ValueObjects() {
        super("value-objects");
        setSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription bean, JsonSerializer<?> usual) {
                return isOne(bean.getBeanClass()) ? new Writer<>(bean.getBeanClass()) : usual;
            }
        });
        setDeserializerModifier(new BeanDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> usual) {
                return isOne(bean.getBeanClass()) ? new Reader<>(bean.getBeanClass()) : usual;
            }
        });
    }

    private static boolean isOne(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1 && parts[0].getName().equals("value") && parts[0].getType() == String.class;
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Method value;

        Writer(Class<T> type) {
            super(type);
            value = type.getRecordComponents()[0].getAccessor();
            value.setAccessible(true);
        }

        @Override
        public void serialize(T object, JsonGenerator json, SerializerProvider provider) throws IOException {
            try {
                json.writeString((String) value.invoke(object));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw JsonMappingException.from(json, "Cannot read " + handledType(), e);
            }
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Constructor<T> maker;

        Reader(Class<T> type) {
            super(type);
            try {
                maker = type.getDeclaredConstructor(String.class);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its canonical constructor: " + type, e);
            }
            maker.setAccessible(true);
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.currentToken() == JsonToken.START_OBJECT ? wrapped(json) : json.getValueAsString();
            if (text == null) {
                return context.reportInputMismatch(
                        this, "Not the text of a %s", handledType().getSimpleName());
            }
            try {
                return maker.newInstance(text);
            } catch (InvocationTargetException e) {
                throw JsonMappingException.from(json, e.getCause().getMessage(), e.getCause());
            } catch (InstantiationException | IllegalAccessException e) {
                throw JsonMappingException.from(json, "Cannot make a " + handledType(), e);
            }
        }

        private static String wrapped(JsonParser json) throws IOException {
            String text = null;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean wanted = "value".equals(json.currentName());
                json.nextToken();
                if (wanted) {
                    text = json.getValueAsString();
                } else {
                    json.skipChildren();
                }
            }
            return text;
        }
    }
}
