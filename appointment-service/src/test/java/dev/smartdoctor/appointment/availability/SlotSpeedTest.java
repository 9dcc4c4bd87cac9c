package dev.smartdoctor.appointment.availability;

import static dev.smartdoctor.appointment.testing.Clinic.account;
import static dev.smartdoctor.appointment.testing.Clinic.doctor;
import static dev.smartdoctor.appointment.testing.Clinic.hours;
import static dev.smartdoctor.appointment.testing.Clinic.location;
import static dev.smartdoctor.appointment.testing.Clinic.today;
import static dev.smartdoctor.appointment.testing.Clinic.visit;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import dev.smartdoctor.appointment.testing.Database;
import dev.smartdoctor.platform.testing.PlatformTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** Fifty doctors, one caller, ten thousand and then a million visits: only with {@code -Dproof=true}. */
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
@EnabledIfSystemProperty(named = "proof", matches = "true")
class SlotSpeedTest {

    private static final Logger LOG = Logger.getLogger(SlotSpeedTest.class);
    private static final int CALLS = 300;
    private final HttpClient client = HttpClient.newHttpClient();

    @Inject
    Database database;

    @Test
    void doesNotSlowDownWithTheNumberOfVisits() throws Exception {
        UUID location = location("Europe/Berlin");
        for (int index = 0; index < 50; index++) {
            UUID doctor = doctor("orthopaedics", null, location);
            hours(doctor, location, "09:00", "17:00");
        }
        UUID patient = account("Everyone");
        visit(patient, doctor(), 0);
        fill(location, patient, 10_000);
        measure("warm-up");
        double[] few = measure("10,000 visits");
        fill(location, patient, 990_000);
        double[] many = measure("1,000,000 visits");
        assertThat(many[0]).isLessThan(Math.max(50, 1.5 * few[0]));
        assertThat(many[1]).isLessThan(Math.max(50, 1.5 * few[1]));
    }

    private double[] measure(String label) throws Exception {
        String query = "specialty=orthopaedics&from=" + today().plusDays(2) + "&to=";
        double slots = p99("/api/slots?" + query + today().plusDays(8));
        double days = p99("/api/slots/days?" + query + today().plusDays(32));
        LOG.infof("%s: /slots 7 days p99 %.1f ms, /days 31 days p99 %.1f ms", label, slots, days);
        return new double[]{ slots, days };
    }

    private double p99(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .build();
        double[] times = new double[CALLS];
        for (int call = 0; call < CALLS; call++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            times[call] = (System.nanoTime() - start) / 1e6;
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        Arrays.sort(times);
        return times[CALLS * 99 / 100];
    }

    private void fill(UUID location, UUID patient, int visits) {
        database.script("""
                begin;
                set local statement_timeout = 0;
                insert into appointment (id, status, patient_id, doctor_id, location_id, visit_type, starts_at, ends_at,
                    busy_from, busy_to, booked_by, booked_at, created_at, updated_at)
                select gen_random_uuid(), 'completed', '%s', d.id, '%s', 'consultation', t, t + interval '30 minutes', t,
                    t + interval '30 minutes', '%s', t, t, t
                from doctor d, generate_series(1, %d) n, lateral (select now() - interval '37 minutes' * n as t) s
                where d.specialty = 'orthopaedics';
                commit""".formatted(patient, location, patient, visits / 50));
        database.script("set statement_timeout = 0; analyze appointment; set statement_timeout = 5000");
    }
}
