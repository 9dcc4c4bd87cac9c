package dev.smartdoctor.appointment.patient;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.patient;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.testing.AuthStandIn;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;

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
        tell("account.registered", account);
        tell("account.registered", account);
        assertThat(database.count("select count(*) from clinical_key where patient_id = $1", account)).isOne();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(name(account)).isEqualTo("Registered Reader"));
    }

    @Test
    void isForPatientsAlone() {
        UUID account = account("Doctor Only");
        DomainEvent event = event("account.registered", account);
        event.payload().put("roles", new JsonArray().add("doctor"));
        tell(event);
        assertThat(database.rows("select 1 from patient where id = $1", account)).isEmpty();
    }

    @Test
    void followsTheAccountsName() {
        UUID account = account("Maiden Name");
        UUID visit = visit(account, doctor(), 0);
        AuthStandIn.stub("/internal/accounts/" + account, 200, """
                {"id":"%s","fullName":"Married Name","roles":["patient"],"somethingNew":1}""".formatted(account));
        tell("account.updated", account);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> patient(account).get("/api/appointments/" + visit)
                .then().body("patient.name", equalTo("Married Name")));
    }

    @Test
    void keepsAnOldNameWhileTheAccountCannotBeRead() {
        UUID account = account("Old Name");
        UUID visit = visit(account, doctor(), 0);
        AuthStandIn.stub("/internal/accounts/" + account, 503, "{}");
        tell("account.updated", account);
        patient(account).get("/api/appointments/" + visit).then().statusCode(200).body("patient.name",
                equalTo("Old Name"));
        assertThat(database.count("select count(*) from patient where id = $1 and profile_wanted > profile_seen",
                account)).isOne();
    }

    private String name(UUID account) {
        return database.rows("select full_name from patient where id = $1", account).get(0).getString(0);
    }

    private static DomainEvent event(String type, UUID account) {
        return EventFields.read(ExampleEvents.about(type, Map.of("accountId", account)));
    }

    private void tell(String type, UUID account) {
        tell(event(type, account));
    }

    private void tell(DomainEvent event) {
        transactions.inTransaction(tx -> consumer.handle(tx, event)).await().atMost(Duration.ofSeconds(10));
    }
}
