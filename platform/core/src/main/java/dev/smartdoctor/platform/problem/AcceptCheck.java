package dev.smartdoctor.platform.problem;

import java.util.List;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Refuses what cannot be answered as the Accept header asks, before anything is done. Where two methods share a path and differ
 * in what they produce, the framework takes one of them even if neither will do.
 */
public class AcceptCheck {

    @ServerRequestFilter
    public void check(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        ServerMediaType offered = context.getTarget().getProduces();
        List<String> accepted = context.getHttpHeaders().getRequestHeader(HttpHeaders.ACCEPT);
        if (offered != null && !accepted.isEmpty()
                && offered.negotiateProduces(String.join(",", accepted)).getValue() == null) {
            throw new NotAcceptableException();
        }
    }
}
