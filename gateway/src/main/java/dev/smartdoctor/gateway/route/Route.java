package dev.smartdoctor.gateway.route;

import java.time.Duration;

/**
 * One line of the table. {@code service} is null for what the gateway answers itself; {@code maxBody} is in bytes;
 * {@code deadline} bounds the time until the answer's head has come.
 */
public record Route(String method, String template, Access access, Cost cost, Service service, long maxBody,
        Duration deadline) {
    private static final long JSON_BODY = 64 * 1024;
    private static final long UPLOAD_BODY = 10 * 1024 * 1024;
    private static final Duration USUAL = Duration.ofSeconds(15);
    private static final Duration MODEL = Duration.ofSeconds(120);

    static Route to(Service service, String method, String template, Access access, Cost cost) {
        return new Route(method, template, access, cost, service, JSON_BODY, USUAL);
    }

    static Route own(String method, String template) {
        return new Route(method, template, Access.PUBLIC, Cost.READ, null, 0, USUAL);
    }

    /** For routes whose body is a file. */
    Route upload() {
        return new Route(method, template, access, cost, service, UPLOAD_BODY, MODEL);
    }

    /** For routes behind which a model or a gathering over all services works. */
    Route patient() {
        return new Route(method, template, access, cost, service, maxBody, MODEL);
    }

    /**
     * Auth-service's answers hold tokens and come by cookie too: beside text of an attacker's choice, which a page of theirs
     * could have sent, their length would tell the tokens byte by byte (BREACH). No other service is asked by cookie.
     */
    public boolean isCompressible() {
        return service != Service.AUTH;
    }

    public boolean isIdempotent() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
