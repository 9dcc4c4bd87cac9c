package dev.smartdoctor.system.input;

import static dev.smartdoctor.system.input.Cast.ADMIN;
import static dev.smartdoctor.system.input.Cast.DOCTOR;
import static dev.smartdoctor.system.input.Cast.PATIENT;
import static dev.smartdoctor.system.input.Cast.RECEPTION;

import java.util.List;
import java.util.stream.Stream;

/** Every call that there is. {@link EndpointTableIT} compares it with the services' own documents. */
final class Endpoints {
    private static final List<String> EVERYBODY = List.of(PATIENT, DOCTOR, RECEPTION, ADMIN);
    private static final List<String> PARTIES = List.of(PATIENT, DOCTOR, RECEPTION);
    private static final List<String> OFFICE = List.of(DOCTOR, RECEPTION);
    private static final List<String> STAFF = List.of(ADMIN, DOCTOR, RECEPTION);
    private static final String PASSWORD = "correct horse battery";

    private Endpoints() {
    }

    static List<Endpoint> all() {
        return Stream.of(signIn(), passwords(), accounts(), directory(), availability(), booking(), visits(),
                workingTime(), administration(), conversations(), notifications()).flatMap(List::stream).toList();
    }

    private static List<Endpoint> signIn() {
        return List.of(
                open("GET", "/.well-known/jwks.json"),
                open("POST", "/api/auth/login").body("""
                        {"email":"$freshEmail","password":"no such password","totp":"123456",
                        "tokenDelivery":"body"}""").anyText("password"),
                open("POST", "/api/auth/refresh").body("""
                        {"refreshToken":"no-such-token","tokenDelivery":"body"}""").bodyOptional()
                        .anyText("refreshToken"),
                open("POST", "/api/auth/logout").body("""
                        {"refreshToken":"no-such-token"}""").bodyOptional().anyText("refreshToken").silent(),
                open("POST", "/api/auth/logout-all").body("""
                        {"refreshToken":"no-such-token"}""").bodyOptional().anyText("refreshToken").silent(),
                by(EVERYBODY, "GET", "/api/auth/sessions").paged(),
                by(EVERYBODY, "DELETE", "/api/auth/sessions/{id}").butNotOf("othersSession").silent(),
                open("POST", "/api/auth/register").body("""
                        {"email":"$freshEmail","password":"%s","fullName":"Ada Lovelace","phone":"+49 30 23125000",
                        "dateOfBirth":"1990-01-01","locale":"en","timeZone":"Europe/Berlin"}""".formatted(PASSWORD))
                        .silent(),
                open("POST", "/api/auth/verify-email").body("""
                        {"token":"no-such-token"}""").silent());
    }

    private static List<Endpoint> passwords() {
        return List.of(
                open("POST", "/api/auth/password/forgot").body("""
                        {"email":"$freshEmail"}""").silent(),
                open("POST", "/api/auth/password/reset").body("""
                        {"token":"no-such-token","newPassword":"%s"}""".formatted(PASSWORD)).anyText("newPassword")
                        .silent(),
                by(EVERYBODY, "POST", "/api/auth/password/change").body("""
                        {"currentPassword":"no such password","newPassword":"%s"}""".formatted(PASSWORD))
                        .anyText("currentPassword", "newPassword").silent());
    }

    private static List<Endpoint> accounts() {
        return List.of(
                by(EVERYBODY, "GET", "/api/users/me"),
                by(EVERYBODY, "PATCH", "/api/users/me").body("""
                        {"fullName":"Ada Lovelace","phone":"+49 30 23125000","dateOfBirth":"1990-01-01","locale":"en",
                        "timeZone":"Europe/Berlin"}"""),
                by(List.of(ADMIN), "GET", "/api/admin/users").paged().refuses("query=" + "x".repeat(300), "query")
                        .refuses("query=%01", "query"),
                by(List.of(ADMIN), "POST", "/api/admin/users").body("""
                        {"email":"$freshEmail","fullName":"Ada Lovelace","roles":["patient"],"locale":"en",
                        "timeZone":"Europe/Berlin","phone":"+49 30 23125000","dateOfBirth":"1990-01-01",
                        "password":"%s"}""".formatted(PASSWORD)),
                by(List.of(ADMIN), "PATCH", "/api/admin/users/{id}").of("otherAccount").body("""
                        {"roles":["patient"],"status":"active"}"""),
                by(List.of(ADMIN), "GET", "/api/admin/audit").paged().refuses("accountId=x", "accountId"));
    }

    private static List<Endpoint> directory() {
        return List.of(
                open("GET", "/api/specialties").paged(),
                open("GET", "/api/locations").paged(),
                open("GET", "/api/visit-types").paged(),
                open("GET", "/api/doctors").paged().refuses("locationId=1-1-1-1-1", "locationId")
                        .refuses("q=" + "x".repeat(121), "q").refuses("q=%01", "q")
                        .refuses("specialty=" + "x".repeat(65), "specialty"),
                open("GET", "/api/doctors/{id}").of("doctor"));
    }

    private static List<Endpoint> availability() {
        return Stream.of("/api/slots", "/api/slots/days")
                .map(path -> open("GET", path).query("doctorId=$doctor&from=2027-01-04&to=2027-01-05")
                        .refuses("from=2027-01-04", "doctorId")
                        .refuses("doctorId=x&from=2027-01-04", "doctorId")
                        .refuses("doctorId=$doctor&specialty=cardiology&from=2027-01-04", "doctorId")
                        .refuses("doctorId=$doctor", "from")
                        .refuses("doctorId=$doctor&from=today", "from")
                        .refuses("doctorId=$doctor&from=2027-02-30", "from")
                        .refuses("doctorId=$doctor&from=2027-01-04&to=2027-01-03", "to")
                        .refuses("doctorId=$doctor&from=2027-01-04&to=2027-02-04", "to")
                        .refuses("doctorId=$doctor&from=2027-01-04&visitType=surgery", "visitType")
                        .refuses("specialty=" + "x".repeat(65) + "&from=2027-01-04", "specialty")
                        .refuses("doctorId=$doctor&from=2027-01-04&locationId=x", "locationId"))
                .toList();
    }

    private static List<Endpoint> booking() {
        return List.of(
                by(PARTIES, "POST", "/api/appointments/holds").body("""
                        {"doctorId":"$doctor","start":"$start","visitType":"consultation"}"""),
                by(PARTIES, "DELETE", "/api/appointments/holds/{id}").silent(),
                by(PARTIES, "POST", "/api/appointments").body("""
                        {"doctorId":"$doctor","start":"$start","visitType":"consultation","reason":"a cough",
                        "holdId":"$nobody","patientId":"$nobody","triageProof":"no.such.proof","summary":"coughs"}""")
                        .absent("holdId", "patientId", "triageProof"),
                by(PARTIES, "POST", "/api/appointments/{id}/reschedule").of("visit").butNotOf("othersVisit").body("""
                        {"start":"$start","doctorId":"$doctor"}"""));
    }

    private static List<Endpoint> visits() {
        return List.of(
                by(EVERYBODY, "GET", "/api/appointments").paged().refuses("from=x", "from")
                        .refuses("to=2026-13-01", "to").refuses("from=2027-01-02&to=2027-01-01", "to")
                        .refuses("status=dreamt", "status").refuses("status=", "status")
                        .refuses("doctorId=x", "doctorId").refuses("patientId=x", "patientId"),
                by(EVERYBODY, "GET", "/api/appointments/{id}").of("visit").butNotOf("othersVisit"),
                by(EVERYBODY, "GET", "/api/appointments/{id}.ics").of("visit").butNotOf("othersVisit"),
                by(PARTIES, "POST", "/api/appointments/{id}/cancel").of("visit").butNotOf("othersVisit").body("""
                        {"reason":"feeling better"}""").bodyOptional(),
                by(OFFICE, "POST", "/api/appointments/{id}/confirm").of("visit").butNotOf("colleaguesVisit")
                        .withoutFields(),
                by(OFFICE, "POST", "/api/appointments/{id}/check-in").of("visit").butNotOf("colleaguesVisit")
                        .withoutFields(),
                by(List.of(DOCTOR), "POST", "/api/appointments/{id}/complete").of("visit").butNotOf("colleaguesVisit")
                        .body("""
                                {"notes":"all well"}""").bodyOptional(),
                by(OFFICE, "POST", "/api/appointments/{id}/no-show").of("visit").butNotOf("colleaguesVisit")
                        .withoutFields(),
                by(STAFF, "GET", "/api/schedule/day").query("date=2027-01-04").paged().refuses("", "date")
                        .refuses("date=", "date").refuses("date=tomorrow", "date").refuses("date=2027-02-30", "date")
                        .refuses("date=2027-01-04&doctorId=x", "doctorId"));
    }

    private static List<Endpoint> workingTime() {
        return List.of(
                by(STAFF, "GET", "/api/doctors/{id}/working-hours").of("spareDoctor").paged(),
                by(STAFF, "PUT", "/api/doctors/{id}/working-hours").of("spareDoctor").body("""
                        {"locationId":"$location","validFrom":"2027-01-01","validTo":"2027-02-01",
                        "weekly":[{"day":"MONDAY","from":"09:00","to":"12:00"}]}"""),
                by(STAFF, "GET", "/api/doctors/{id}/time-off").of("spareDoctor").paged(),
                by(STAFF, "POST", "/api/doctors/{id}/time-off").of("spareDoctor").body("""
                        {"start":"2027-01-05T10:00:00+01:00","end":"2027-01-05T11:00:00+01:00","note":"a course"}"""),
                by(STAFF, "DELETE", "/api/doctors/{id}/time-off/{timeOffId}").of("spareDoctor").silent());
    }

    private static List<Endpoint> administration() {
        return List.of(
                by(List.of(ADMIN), "POST", "/api/admin/doctors").body("""
                        {"accountId":"$nobody","fullName":"Ada Lovelace","specialty":"cardiology","languages":["en"],
                        "bio":"Listens.","locationIds":["$location"]}""").absent("accountId"),
                by(List.of(ADMIN), "PATCH", "/api/admin/doctors/{id}").of("spareDoctor").body("""
                        {"accountId":"$nobody","fullName":"Ada Lovelace","specialty":"cardiology","languages":["en"],
                        "bio":"Listens.","locationIds":["$location"],"active":false}""").absent("accountId"),
                by(List.of(ADMIN), "POST", "/api/admin/locations").body("""
                        {"name":"Smart Doctor Hamburg","timeZone":"Europe/Berlin","country":"DE",
                        "address":"Jungfernstieg 1","phone":"+49 30 23125000"}"""),
                by(List.of(ADMIN), "GET", "/api/admin/holidays").paged(),
                by(List.of(ADMIN), "POST", "/api/admin/holidays").body("""
                        {"locationId":"$location","date":"$freshDate","name":"New Year's Eve"}"""),
                by(List.of(ADMIN), "DELETE", "/api/admin/holidays/{id}").silent());
    }

    private static List<Endpoint> conversations() {
        return List.of(
                open("GET", "/api/assistant/status"),
                open("POST", "/api/assistant/triage").body("""
                        {"text":"my head hurts","age":30,"sex":"female",
                        "answers":[{"questionId":"since","text":"yesterday"}]}"""),
                by(EVERYBODY, "POST", "/api/assistant/conversations").withoutFields(),
                by(EVERYBODY, "GET", "/api/assistant/conversations").paged(),
                by(EVERYBODY, "GET", "/api/assistant/conversations/{id}").of("conversation")
                        .butNotOf("othersConversation"),
                by(EVERYBODY, "GET", "/api/assistant/conversations/{id}/messages").of("conversation")
                        .butNotOf("othersConversation").paged(),
                by(EVERYBODY, "POST", "/api/assistant/conversations/{id}/messages").of("conversation")
                        .butNotOf("othersConversation").body("""
                                {"text":"my head hurts","imageId":"$nobody"}""").absent("imageId"),
                by(EVERYBODY, "DELETE", "/api/assistant/conversations/{id}").of("conversation")
                        .butNotOf("othersConversation").silent(),
                by(EVERYBODY, "POST", "/api/assistant/proposals/{id}/confirm").withoutFields(),
                by(EVERYBODY, "POST", "/api/assistant/proposals/{id}/decline").withoutFields().silent(),
                by(EVERYBODY, "POST", "/api/assistant/images").upload().silent(),
                by(EVERYBODY, "POST", "/api/assistant/transcriptions").upload().silent());
    }

    private static List<Endpoint> notifications() {
        return List.of(
                by(EVERYBODY, "GET", "/api/notifications").paged().refuses("unread=maybe", "unread"),
                by(EVERYBODY, "POST", "/api/notifications/{id}/read").butNotOf("othersNotification").withoutFields()
                        .silent(),
                by(EVERYBODY, "GET", "/api/notifications/preferences"),
                by(EVERYBODY, "PUT", "/api/notifications/preferences").body("""
                        {"emailReminders":true,"quietHours":{"from":"22:00","to":"07:00"},"locale":"en"}"""),
                by(List.of(ADMIN), "GET", "/api/admin/dead-letters").paged(),
                by(List.of(ADMIN), "POST", "/api/admin/dead-letters/{id}/replay").withoutFields().silent(),
                by(List.of(ADMIN), "GET", "/api/admin/deliveries").paged().refuses("state=lost", "state")
                        .refuses("state=", "state"));
    }

    private static Endpoint open(String method, String path) {
        return new Endpoint(method, path, List.of());
    }

    private static Endpoint by(List<String> roles, String method, String path) {
        return new Endpoint(method, path, roles);
    }
}
