package dev.smartdoctor.system.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One call of the interface with a request that is right in everything, so that a test can make exactly one thing wrong.
 * {@code $name} stands for a thing of the {@link Cast}.
 */
final class Endpoint {
    /** A query that must be refused, and the parameter that the refusal must name. */
    record BadQuery(String query, String parameter) {}

    private final String method;
    private final String path;
    private final List<String> roles;
    private final List<BadQuery> badQueries = new ArrayList<>();
    private String thing = "nobody";
    private String othersThing;
    private String body;
    private String query = "";
    private Set<String> absent = Set.of();
    private Set<String> anyText = Set.of();
    private boolean silent;
    private boolean bodyOptional;
    private boolean upload;

    /** @param roles who may call it, the one who does so first; nobody in particular where it is public */
    Endpoint(String method, String path, List<String> roles) {
        this.method = method;
        this.path = path;
        this.roles = List.copyOf(roles);
    }

    /** What {@code {id}} stands for: a thing of the caller's. */
    Endpoint of(String ownThing) {
        thing = ownThing;
        return this;
    }

    /** A thing of somebody else's that must not be found under {@code {id}}. */
    Endpoint butNotOf(String thingOfAnother) {
        othersThing = thingOfAnother;
        return this;
    }

    /** The body with every field that there is. */
    Endpoint body(String json) {
        body = json;
        return this;
    }

    /** Fields that are in the body only to be made wrong, since no right request has them all. */
    Endpoint absent(String... fields) {
        absent = Set.of(fields);
        return this;
    }

    /** Secrets and tokens: whatever is not right is merely wrong, or judged after something else. */
    Endpoint anyText(String... fields) {
        anyText = Set.of(fields);
        return this;
    }

    Endpoint bodyOptional() {
        bodyOptional = true;
        return this;
    }

    /** Needs no body; an object is taken where it is empty. */
    Endpoint withoutFields() {
        return body("{}").bodyOptional();
    }

    /** Answers without a body, so that every Accept header is content with it. */
    Endpoint silent() {
        silent = true;
        return this;
    }

    Endpoint upload() {
        upload = true;
        return this;
    }

    Endpoint query(String needed) {
        query = "?" + needed;
        return this;
    }

    Endpoint refuses(String badQuery, String parameter) {
        badQueries.add(new BadQuery(badQuery, parameter));
        return this;
    }

    Endpoint paged() {
        for (String page : List.of("", "-1", "1000001", "x", "1.5", "%2B7", "99999999999")) {
            refuses("page=" + page, "page");
        }
        for (String size : List.of("", "0", "-1", "101", "1000", "x")) {
            refuses("pageSize=" + size, "pageSize");
        }
        return this;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String name() {
        return method + " " + path;
    }

    List<String> roles() {
        return roles;
    }

    boolean isPublic() {
        return roles.isEmpty();
    }

    String caller() {
        return isPublic() ? Cast.NOBODY : roles.get(0);
    }

    boolean hasId() {
        return path.contains("{");
    }

    String thing() {
        return thing;
    }

    String othersThing() {
        return othersThing;
    }

    boolean hasBody() {
        return body != null;
    }

    String body() {
        return body;
    }

    boolean isBodyOptional() {
        return bodyOptional;
    }

    boolean takesAnyText(String field) {
        return anyText.contains(field);
    }

    Set<String> absent() {
        return absent;
    }

    boolean isSilent() {
        return silent;
    }

    boolean isUpload() {
        return upload;
    }

    String query() {
        return query;
    }

    List<BadQuery> badQueries() {
        return badQueries;
    }

    @Override
    public String toString() {
        return name();
    }
}
