package dev.smartdoctor.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A failure that the caller is told of: status, stable code and wording of a problem body (RFC 9457). Its texts are
 * written for the caller, so they never hold personal data, secrets or the text of another exception.
 */
public class ApiException extends RuntimeException {
    private static final Set<String> STANDARD_MEMBERS = Set.of("type", "title", "status", "detail", "instance", "code",
            "traceId");

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public ApiException(int status, String code, String title, String detail) {
        // No stack trace: these are answers, not faults, and are thrown on hot paths.
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    /** Adds an extension member to the body, such as {@code alternatives}; what every body has cannot be replaced. */
    public ApiException with(String member, Object value) {
        if (STANDARD_MEMBERS.contains(member)) {
            throw new IllegalArgumentException("Every problem body has its own " + member);
        }
        members.put(member, value);
        return this;
    }

    /** Adds a header to the answer, such as {@code Retry-After}. */
    public ApiException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
