package dev.smartdoctor.platform.problem;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses a query parameter without a value. The framework takes it for one that was left out, before any converter sees it, so that a
 * filter that has lost its value would list everything.
 */
public class EmptyQueryCheck {
    private final Map<Method, Set<String>> names = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request) {
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (query.isEmpty()) {
            return;
        }
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        Method method = context.getTarget().getLazyMethod().getMethod();
        for (String name : names.computeIfAbsent(method, EmptyQueryCheck::names)) {
            if (query.getOrDefault(name, List.of()).contains("")) {
                throw new ValidationFailed(name, "EMPTY", "Give a value or leave the parameter out.");
            }
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .filter(place -> place.isAnnotationPresent(QueryParam.class)
                        && !place.isAnnotationPresent(MayBeEmpty.class))
                .map((AnnotatedElement place) -> place.getAnnotation(QueryParam.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
