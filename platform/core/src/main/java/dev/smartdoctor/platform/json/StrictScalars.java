package dev.smartdoctor.platform.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Ids, times and constants in JSON are text of exactly one form. Jackson's own readers also take seconds since 1970, lists of numbers,
 * the empty text as null, and UUIDs in Base64.
 */
final class StrictScalars extends SimpleModule {
    private static final Pattern UUID_FORM = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    StrictScalars() {
        super("strict-scalars");
        add(UUID.class, StrictScalars::uuid);
        add(LocalDate.class, LocalDate::parse);
        add(LocalTime.class, LocalTime::parse);
        add(LocalDateTime.class, LocalDateTime::parse);
        add(OffsetDateTime.class, OffsetDateTime::parse);
        add(Instant.class, text -> OffsetDateTime.parse(text).toInstant());
        add(Duration.class, Duration::parse);
        setDeserializerModifier(new UntrimmedEnums());
    }

    private <T> void add(Class<T> type, Function<String, T> parser) {
        addDeserializer(type, new TextOnly<>(type, parser));
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    /** Jackson takes a constant's name with blanks and control characters around it. */
    private static final class UntrimmedEnums extends BeanDeserializerModifier {
        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(DeserializationConfig config, JavaType type,
                BeanDescription description, JsonDeserializer<?> deserializer) {
            return new UntrimmedEnum(deserializer);
        }
    }

    private static final class UntrimmedEnum extends DelegatingDeserializer {
        UntrimmedEnum(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new UntrimmedEnum(deserializer);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING) && !json.getText().equals(json.getText().trim())) {
                return context.handleWeirdStringValue(handledType(), "", "not of the documented form");
            }
            return super.deserialize(json, context);
        }
    }

    private static final class TextOnly<T> extends StdScalarDeserializer<T> {
        private final Class<T> type;
        private final transient Function<String, T> parser;

        TextOnly(Class<T> type, Function<String, T> parser) {
            super(type);
            this.type = type;
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            try {
                return parser.apply(json.getText());
            } catch (IllegalArgumentException | DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, "", "not of the documented form"));
            }
        }
    }
}
