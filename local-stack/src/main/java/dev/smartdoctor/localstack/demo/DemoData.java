package dev.smartdoctor.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.service.ServiceSettings;
import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.localstack.stack.StackOptions;

/**
 * Enters the clinic once. Looks before it writes, so a first start that was interrupted goes on where it ended; a mark
 * says when all is there, and after that nothing a person has changed is touched.
 *
 * <p>
 * It speaks to the services' own ports: behind the gateway some fifty changes in a second would be a lot to ask of one
 * person's rate limit.
 */
public final class DemoData {

    /** The services that take the data. */
    public static final List<Service> TAKERS = List.of(Service.AUTH, Service.APPOINTMENT);

    private final StackOptions options;
    private final String accountsDatabase;

    /** @param accountsDatabase JDBC address of auth-service's database */
    public DemoData(StackOptions options, String accountsDatabase) {
        this.options = options;
        this.accountsDatabase = accountsDatabase;
    }

    public boolean isComplete() {
        return Files.exists(options.folders().demoMark());
    }

    /** Needs its takers only; the others may still be starting. Nothing of it is mailed to anybody. */
    public void enter() {
        options.console().say("entering the demo data");
        ServiceApi auth = ServiceApi.anonymous(address(Service.AUTH)).signedIn(ServiceSettings.ADMINISTRATOR,
                ServiceSettings.DEMO_PASSWORD);
        ServiceApi clinic = auth.at(address(Service.APPOINTMENT));
        CompletableFuture<Map<String, String>> accounts = CompletableFuture.supplyAsync(() -> accounts(auth));
        try {
            doctors(clinic, accounts, locations(clinic));
        } finally {
            accounts.exceptionally(failed -> Map.of()).join(); // nothing goes on behind a failure
        }
        leave(auth);
        mark();
    }

    /** Signs out, and takes this device from the administrator's: a person's first sign-in is no second one. */
    private void leave(ServiceApi auth) {
        auth.post("/api/auth/logout", Map.of());
        try (Connection connection = DriverManager.getConnection(accountsDatabase);
                PreparedStatement forget = connection.prepareStatement(
                        "DELETE FROM known_device USING account WHERE account_id = account.id AND email = ?")) {
            forget.setString(1, ServiceSettings.ADMINISTRATOR);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new StartProblem("The demo data is not complete: " + e.getMessage(),
                    "The next start goes on where this one ended", e);
        }
    }

    private Map<String, String> accounts(ServiceApi auth) {
        Map<String, String> ids = new HashMap<>();
        for (DemoAccount account : DemoAccount.ALL) {
            String query = URLEncoder.encode(account.email(), StandardCharsets.UTF_8);
            String known = idOf(auth.get("/api/admin/users?query=" + query), "email", account.email());
            ids.put(account.email(), known != null
                    ? known
                    : auth.post("/api/admin/users",
                            Map.of("email", account.email(), "fullName", account.fullName(), "roles",
                                    List.of(account.role()), "locale", account.locale(), "timeZone",
                                    account.timeZone(), "password", ServiceSettings.DEMO_PASSWORD))
                            .path("id").asText());
        }
        return ids;
    }

    private static Map<String, String> locations(ServiceApi clinic) {
        Map<String, String> ids = new HashMap<>();
        JsonNode existing = clinic.get("/api/locations?pageSize=100");
        for (DemoLocation location : DemoLocation.ALL) {
            String known = idOf(existing, "name", location.name());
            ids.put(location.name(), known != null
                    ? known
                    : clinic.post("/api/admin/locations",
                            Map.of("name", location.name(), "timeZone", location.timeZone(), "country",
                                    location.country(), "address", location.address(), "phone", location.phone()))
                            .path("id").asText());
        }
        return ids;
    }

    /** All at a time: nobody waits for another. The first is the doctor who can sign in, once there is an account. */
    private static void doctors(ServiceApi clinic, CompletableFuture<Map<String, String>> accounts,
            Map<String, String> locations) {
        JsonNode existing = clinic.get("/api/doctors?pageSize=100");
        List<CompletableFuture<Void>> entered = new ArrayList<>();
        for (DemoDoctor doctor : DemoDoctor.ALL.subList(1, DemoDoctor.ALL.size())) {
            entered.add(CompletableFuture.runAsync(() -> doctor(clinic, existing, doctor, null, locations)));
        }
        entered.add(accounts.thenAccept(ids -> doctor(clinic, existing, DemoDoctor.ALL.get(0),
                ids.get(DemoAccount.DOCTOR), locations)));
        StartProblem.awaitAll(entered);
    }

    private static void doctor(ServiceApi clinic, JsonNode existing, DemoDoctor doctor, String account,
            Map<String, String> locations) {
        String known = idOf(existing, "fullName", doctor.fullName());
        String id = known != null ? known : create(clinic, doctor, account, locations);
        for (DemoHours hours : doctor.hours()) {
            clinic.put("/api/doctors/" + id + "/working-hours", weekly(hours, locations));
        }
    }

    private static String create(ServiceApi clinic, DemoDoctor doctor, String account, Map<String, String> locations) {
        Map<String, Object> body = new HashMap<>();
        if (account != null) {
            body.put("accountId", account);
        }
        body.put("fullName", doctor.fullName());
        body.put("specialty", doctor.specialty());
        body.put("languages", doctor.languages());
        body.put("bio", doctor.bio());
        body.put("locationIds", doctor.hours().stream().map(hours -> locations.get(hours.location())).toList());
        return clinic.post("/api/admin/doctors", body).path("id").asText();
    }

    /** Without an end: the data outlives this start, and half a year must be open at any later one too. */
    private static Map<String, Object> weekly(DemoHours hours, Map<String, String> locations) {
        String zone = DemoLocation.ALL.stream().filter(each -> each.name().equals(hours.location())).findFirst()
                .orElseThrow().timeZone();
        return Map.of("locationId", locations.get(hours.location()), "validFrom",
                LocalDate.now(ZoneId.of(zone)).toString(), "weekly", hours.weekly().toList());
    }

    private void mark() {
        try {
            Files.writeString(options.folders().demoMark(), "complete since " + Instant.now() + "\n");
        } catch (IOException e) {
            throw StartProblem.unwritable(options.folders().demoMark(), e);
        }
    }

    private URI address(Service service) {
        return URI.create("http://localhost:" + options.port(Port.of(service)));
    }

    private static String idOf(JsonNode page, String field, String value) {
        for (JsonNode item : page.path("items")) {
            if (item.path(field).asText().equalsIgnoreCase(value)) {
                return item.path("id").asText();
            }
        }
        return null;
    }
}
