package dev.smartdoctor.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Every exception that leaves a resource method ends in one of these. */
@ApplicationScoped
public class ProblemMappers {
    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response known(ApiException failure, UriInfo uri) {
        return answer(failure, uri);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException failure, UriInfo uri) {
        return answer(Violations.explain(failure), uri);
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return answer(JsonFailures.explain(failure), uri);
    }

    @ServerExceptionMapper(WebApplicationException.class)
    public Response refused(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonMappingException mapping) {
            return answer(JsonFailures.explain(mapping), uri);
        }
        return answer(HttpFailures.explain(failure, problems), uri);
    }

    @ServerExceptionMapper({ UnauthorizedException.class, AuthenticationFailedException.class })
    public Response unauthenticated(Throwable failure, UriInfo uri) {
        // A key set that was never loaded is our fault, not the caller's: 503 rather than 401.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable away) {
                return answer(away, uri);
            }
        }
        return answer(new Unauthenticated(), uri);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(ForbiddenException failure, UriInfo uri) {
        return answer(new Forbidden("Your role does not allow this."), uri);
    }

    @ServerExceptionMapper(Throwable.class)
    public Response unknown(Throwable failure, UriInfo uri) {
        return answer(problems.explain(failure), uri);
    }

    private Response answer(ApiException problem, UriInfo uri) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problems.MEDIA_TYPE)
                .entity(problems.body(problem, uri.getPath()));
        problem.headers().forEach(response::header);
        return response.build();
    }
}
