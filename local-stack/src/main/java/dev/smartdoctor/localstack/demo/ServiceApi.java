package dev.smartdoctor.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.smartdoctor.localstack.process.StartProblem;

/** The public interface of one service, called as a signed-in person. */
final class ServiceApi {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final String bearer;

    private ServiceApi(URI address, String bearer) {
        this.address = address;
        this.bearer = bearer;
    }

    static ServiceApi anonymous(URI address) {
        return new ServiceApi(address, null);
    }

    ServiceApi signedIn(String email, String password) {
        JsonNode answer = post("/api/auth/login", Map.of("email", email, "password", password));
        return new ServiceApi(address, answer.path("accessToken").asText());
    }

    ServiceApi at(URI other) {
        return new ServiceApi(other, bearer);
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT)
                    .header("Accept", "application/json").header("Content-Type", "application/json")
                    .method(method, body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            if (bearer != null) {
                request.header("Authorization", "Bearer " + bearer);
            }
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StartProblem("The demo data cannot be entered: " + method + " " + path + " answered "
                        + answer.statusCode() + " " + answer.body().lines().findFirst().orElse(""),
                        "Read the service's log; the next start goes on where this one ended");
            }
            return answer.headers().firstValue("Content-Type").orElse("").contains("json")
                    ? JSON.readTree(answer.body())
                    : JSON.missingNode();
        } catch (IOException e) {
            throw new StartProblem("The demo data cannot be entered: " + method + " " + path + " got no answer (" + e
                    + ")", "Read the service's log; the next start goes on where this one ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem("The demo data is not complete", "The next start goes on where this one ended", e);
        }
    }
}
