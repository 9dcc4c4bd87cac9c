package dev.smartdoctor.appointment.patient;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class PatientRecordTest {

    @Inject
    Database database;
    @Inject
    Transactions transactions;
    @Inject
    AuthEventsConsumer consumer;

    @Test
    void beginsWithTheRegistrationAndGetsItsNameByItself() {
        UUID account = account("Registered Reader");
        tell("account.registered", account, "patient");
        tell("account.registered", account, "patient");
        assertThat(database.count("select count(*) from clinical_key where patient_id = $1", account)).isOne();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(name(account)).isEqualTo("Registered Reader"));
    }

    @Test
    void isForPatientsAlone() {
        UUID account = account("Doctor Only");
        tell("account.registered", account, "doctor");
        assertThat(database.rows("select 1 from patient where id = $1", account)).isEmpty();
    }

    @Test
    void followsTheAccountsName() {
        UUID account = account("Maiden Name");
        UUID visit = visit(account, doctor(), 0);
        AuthStandIn.stub("/internal/accounts/" + account, 200, """
                {"id":"%s","fullName":"Married Name","roles":["patient"],"somethingNew":1}""".formatted(account));
        tell("account.updated", account, "patient");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> patient(account).get("/api/appointments/" + visit)
                .then().body("patient.name", equalTo("Married Name")));
    }

    @Test
    void keepsAnOldNameWhileTheAccountCannotBeRead() {
        UUID account = account("Old Name");
        UUID visit = visit(account, doctor(), 0);
        AuthStandIn.stub("/internal/accounts/" + account, 503, "{}");
        tell("account.updated", account, "patient");
        patient(account).get("/api/appointments/" + visit).then().statusCode(200).body("patient.name",
                equalTo("Old Name"));
        assertThat(database.count("select count(*) from patient where id = $1 and profile_wanted > profile_seen",
                account)).isOne();
    }

    private String name(UUID account) {
        return database.rows("select full_name from patient where id = $1", account).get(0).getString(0);
    }

    private void tell(String type, UUID account, String role) {
        DomainEvent event = DomainEvent.of(type, "account", account, 1, Instant.now(),
                new JsonObject().put("accountId", account.toString()).put("roles", new JsonArray(List.of(role))));
        transactions.inTransaction(tx -> consumer.handle(tx, event)).await().atMost(Duration.ofSeconds(10));
    }
}
