package dev.smartdoctor.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses what cannot be answered as the Accept header asks, before anything is done. Where two methods share a path and differ
 * in what they produce, the framework takes one of them even if neither will do.
 */
public class AcceptCheck {
    private static final Pattern REFUSED = Pattern.compile("0(\\.0*)?");

    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        ServerMediaType offered = context.getTarget().getProduces();
        if (offered != null && !fits(request.getAcceptableMediaTypes(), offered.getSortedOriginalMediaTypes())) {
            throw new NotAcceptableException();
        }
    }

    private static boolean fits(List<MediaType> accepted, MediaType[] offered) {
        return accepted.stream().filter(type -> !REFUSED.matcher(type.getParameters().getOrDefault("q", "1")).matches())
                .anyMatch(type -> Arrays.stream(offered).anyMatch(type::isCompatible));
    }
}
