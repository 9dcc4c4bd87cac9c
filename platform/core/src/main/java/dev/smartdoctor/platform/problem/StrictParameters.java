package dev.smartdoctor.platform.problem;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

/**
 * Ids, dates and numbers of the address line in exactly one form. The JDK's own parsers are too kind: {@code UUID} takes
 * "1-1-1-1-1", {@code Integer} takes "+7" and digits of any script, and every word but "true" is {@code false}.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
    private static final Pattern UUID_FORM = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGER_FORM = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern BOOLEAN_FORM = Pattern.compile("true|false");
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            UUID.class, text -> UUID.fromString(matching(UUID_FORM, text)),
            LocalDate.class, text -> LocalDate.parse(matching(DATE_FORM, text)),
            OffsetDateTime.class, OffsetDateTime::parse,
            Boolean.class, text -> Boolean.valueOf(matching(BOOLEAN_FORM, text)),
            boolean.class, text -> Boolean.valueOf(matching(BOOLEAN_FORM, text)),
            Integer.class, text -> Integer.valueOf(matching(INTEGER_FORM, text)),
            int.class, text -> Integer.valueOf(matching(INTEGER_FORM, text)));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, Object> parser = PARSERS.get(type);
        if (parser == null) {
            return null;
        }
        return (ParamConverter<T>) new StrictConverter(parser, annotations == null ? new Annotation[0] : annotations);
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not of the form " + form);
        }
        return text;
    }

    private record StrictConverter(Function<String, Object> parser, Annotation[] annotations)
            implements
                ParamConverter<Object> {
        @Override
        public Object fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refusal();
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }

        private BadParameter refusal() {
            for (Annotation annotation : annotations) {
                if (annotation instanceof QueryParam query) {
                    return new BadParameter(query.value(), false);
                }
                if (annotation instanceof PathParam path) {
                    return new BadParameter(path.value(), true);
                }
            }
            return new BadParameter("query", false);
        }
    }
}
