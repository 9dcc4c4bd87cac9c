package dev.smartdoctor.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final RouteTable table = new RouteTable(Routes.all());

    @Test
    void findsEveryLineOfTheTableAndOnlyThat() {
        for (Route route : Routes.all()) {
            String path = route.template().replaceAll("\\{[a-z]+}", "8f14e45f");
            assertThat(table.find(path).route(route.method())).as(route.method() + " " + path).isEqualTo(route);
            assertThat(table.find(path + "/beyond/it/all")).as(path).isNull();
            assertThat(table.find(path + "/")).as(path).isNull();
        }
    }

    @Test
    void neverRoutesWhatIsInside() {
        assertThat(Routes.all()).noneMatch(route -> route.template().startsWith("/internal"))
                .noneMatch(route -> route.template().startsWith("/q"));
        assertThat(table.find("/internal/token")).isNull();
        assertThat(table.find("/q/health")).isNull();
        assertThat(table.find("/")).isNull();
    }

    @Test
    void prefersWhatIsSpeltOutToAParameter() {
        assertThat(table.find("/api/appointments/holds").route("POST").template()).isEqualTo("/api/appointments/holds");
        assertThat(table.find("/api/appointments/1/cancel").route("POST").cost()).isEqualTo(Cost.WRITE);
    }

    @Test
    void waitsFifteenSecondsUnlessAModelOrAllServicesWorkOnIt() {
        Set<String> patient = Set.of("POST /api/assistant/conversations/{id}/messages", "POST /api/assistant/images",
                "POST /api/assistant/transcriptions", "GET /api/users/me/export");
        assertThat(Routes.all()).allSatisfy(route -> assertThat(route.deadline()).as(route.template()).isEqualTo(
                Duration.ofSeconds(patient.contains(route.method() + " " + route.template()) ? 120 : 15)));
    }

    @Test
    void asksForHeadAsForGet() {
        assertThat(table.find("/api/doctors").route("HEAD")).isNotNull();
        assertThat(table.find("/api/doctors").route("DELETE")).isNull();
        assertThat(table.find("/api/appointments").allowed()).isEqualTo("GET, HEAD, POST");
    }
}
