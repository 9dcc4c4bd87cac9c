package dev.smartdoctor.gateway.route;

import static dev.smartdoctor.gateway.route.Access.AUTHENTICATED;
import static dev.smartdoctor.gateway.route.Access.PUBLIC;
import static dev.smartdoctor.gateway.route.Access.roles;
import static dev.smartdoctor.gateway.route.Cost.COSTLY;
import static dev.smartdoctor.gateway.route.Cost.READ;
import static dev.smartdoctor.gateway.route.Cost.SIGN_IN;
import static dev.smartdoctor.gateway.route.Cost.WRITE;
import static dev.smartdoctor.gateway.route.Route.own;
import static dev.smartdoctor.gateway.route.Route.to;
import static dev.smartdoctor.gateway.route.Service.APPOINTMENT;
import static dev.smartdoctor.gateway.route.Service.ASSISTANT;
import static dev.smartdoctor.gateway.route.Service.AUTH;
import static dev.smartdoctor.gateway.route.Service.NOTIFICATION;

import java.util.List;
import java.util.stream.Stream;

import dev.smartdoctor.platform.security.Roles;

/**
 * The table of everything that can be asked for. What is not in it does not exist, whatever a service may offer;
 * {@code /internal/**} and management are never in it.
 */
public final class Routes {
    private static final Access ADMIN = roles(Roles.ADMIN);
    private static final Access STAFF = roles(Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN);

    private Routes() {
    }

    public static List<Route> all() {
        return Stream.of(ownPages(), accounts(), ownAccount(), accountAdministration(), directory(), appointments(),
                visits(), schedule(), assistant(), notifications()).flatMap(List::stream).toList();
    }

    private static List<Route> ownPages() {
        return List.of(own("GET", "/status"), own("GET", "/openapi.json"), own("GET", "/docs"),
                own("GET", "/docs/{file}"));
    }

    private static List<Route> accounts() {
        return List.of(
                to(AUTH, "GET", "/.well-known/jwks.json", PUBLIC, READ),
                to(AUTH, "POST", "/api/auth/register", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/verify-email", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/login", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/federated", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/refresh", PUBLIC, SIGN_IN),
                // Both are open to whoever holds a refresh token: signing out must work when the access token no longer does.
                to(AUTH, "POST", "/api/auth/logout", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/logout-all", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/password/forgot", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/password/reset", PUBLIC, SIGN_IN),
                to(AUTH, "POST", "/api/auth/password/change", AUTHENTICATED, WRITE),
                to(AUTH, "GET", "/api/auth/sessions", AUTHENTICATED, READ),
                to(AUTH, "DELETE", "/api/auth/sessions/{id}", AUTHENTICATED, WRITE),
                to(AUTH, "POST", "/api/auth/totp", AUTHENTICATED, WRITE),
                to(AUTH, "POST", "/api/auth/totp/confirm", AUTHENTICATED, WRITE),
                to(AUTH, "DELETE", "/api/auth/totp", AUTHENTICATED, WRITE));
    }

    private static List<Route> ownAccount() {
        return List.of(
                to(AUTH, "GET", "/api/users/me", AUTHENTICATED, READ),
                to(AUTH, "PATCH", "/api/users/me", AUTHENTICATED, WRITE),
                to(AUTH, "DELETE", "/api/users/me", AUTHENTICATED, WRITE),
                to(AUTH, "GET", "/api/users/me/export", AUTHENTICATED, COSTLY).patient(),
                to(AUTH, "GET", "/api/users/me/access-log", AUTHENTICATED, READ));
    }

    private static List<Route> accountAdministration() {
        return List.of(
                to(AUTH, "GET", "/api/admin/users", ADMIN, READ),
                to(AUTH, "POST", "/api/admin/users", ADMIN, WRITE),
                to(AUTH, "PATCH", "/api/admin/users/{id}", ADMIN, WRITE),
                to(AUTH, "GET", "/api/admin/audit", ADMIN, READ));
    }

    private static List<Route> directory() {
        return List.of(
                to(APPOINTMENT, "GET", "/api/specialties", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/locations", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/visit-types", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/doctors", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/doctors/{id}", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/slots", PUBLIC, READ),
                to(APPOINTMENT, "GET", "/api/slots/days", PUBLIC, READ));
    }

    private static List<Route> appointments() {
        return List.of(
                to(APPOINTMENT, "POST", "/api/appointments/holds", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "DELETE", "/api/appointments/holds/{id}", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/series", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "GET", "/api/appointments", AUTHENTICATED, READ),
                // The calendar file is this one too: /api/appointments/{id}.ics
                to(APPOINTMENT, "GET", "/api/appointments/{id}", AUTHENTICATED, READ),
                to(APPOINTMENT, "POST", "/api/waitlist", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "GET", "/api/waitlist", AUTHENTICATED, READ),
                to(APPOINTMENT, "DELETE", "/api/waitlist/{id}", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/waitlist/offers/{id}/accept", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/waitlist/offers/{id}/decline", AUTHENTICATED, WRITE));
    }

    private static List<Route> visits() {
        return List.of(
                to(APPOINTMENT, "POST", "/api/appointments/{id}/cancel", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/{id}/reschedule", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/{id}/confirm", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/{id}/check-in", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/{id}/complete", AUTHENTICATED, WRITE),
                to(APPOINTMENT, "POST", "/api/appointments/{id}/no-show", AUTHENTICATED, WRITE));
    }

    private static List<Route> schedule() {
        return List.of(
                to(APPOINTMENT, "GET", "/api/schedule/day", STAFF, READ),
                to(APPOINTMENT, "GET", "/api/doctors/{id}/working-hours", STAFF, READ),
                to(APPOINTMENT, "PUT", "/api/doctors/{id}/working-hours", STAFF, WRITE),
                to(APPOINTMENT, "GET", "/api/doctors/{id}/time-off", STAFF, READ),
                to(APPOINTMENT, "POST", "/api/doctors/{id}/time-off", STAFF, WRITE),
                to(APPOINTMENT, "DELETE", "/api/doctors/{id}/time-off/{entry}", STAFF, WRITE),
                to(APPOINTMENT, "POST", "/api/admin/doctors", ADMIN, WRITE),
                to(APPOINTMENT, "PATCH", "/api/admin/doctors/{id}", ADMIN, WRITE),
                to(APPOINTMENT, "POST", "/api/admin/locations", ADMIN, WRITE),
                to(APPOINTMENT, "GET", "/api/admin/holidays", ADMIN, READ),
                to(APPOINTMENT, "POST", "/api/admin/holidays", ADMIN, WRITE),
                to(APPOINTMENT, "DELETE", "/api/admin/holidays/{id}", ADMIN, WRITE),
                to(APPOINTMENT, "GET", "/api/admin/statistics", ADMIN, READ));
    }

    private static List<Route> assistant() {
        return List.of(
                to(ASSISTANT, "POST", "/api/assistant/triage", PUBLIC, WRITE),
                to(ASSISTANT, "GET", "/api/assistant/status", PUBLIC, READ),
                to(ASSISTANT, "POST", "/api/assistant/conversations", AUTHENTICATED, WRITE),
                to(ASSISTANT, "GET", "/api/assistant/conversations", AUTHENTICATED, READ),
                to(ASSISTANT, "GET", "/api/assistant/conversations/{id}", AUTHENTICATED, READ),
                to(ASSISTANT, "DELETE", "/api/assistant/conversations/{id}", AUTHENTICATED, WRITE),
                to(ASSISTANT, "GET", "/api/assistant/conversations/{id}/messages", AUTHENTICATED, READ),
                to(ASSISTANT, "POST", "/api/assistant/conversations/{id}/messages", AUTHENTICATED, COSTLY).patient(),
                to(ASSISTANT, "POST", "/api/assistant/proposals/{id}/confirm", AUTHENTICATED, WRITE),
                to(ASSISTANT, "POST", "/api/assistant/proposals/{id}/decline", AUTHENTICATED, WRITE),
                to(ASSISTANT, "POST", "/api/assistant/images", AUTHENTICATED, COSTLY).upload(),
                to(ASSISTANT, "POST", "/api/assistant/transcriptions", AUTHENTICATED, COSTLY).upload());
    }

    private static List<Route> notifications() {
        return List.of(
                to(NOTIFICATION, "GET", "/api/notifications", AUTHENTICATED, READ),
                to(NOTIFICATION, "POST", "/api/notifications/{id}/read", AUTHENTICATED, WRITE),
                to(NOTIFICATION, "GET", "/api/notifications/preferences", AUTHENTICATED, READ),
                to(NOTIFICATION, "PUT", "/api/notifications/preferences", AUTHENTICATED, WRITE),
                to(NOTIFICATION, "GET", "/api/admin/dead-letters", ADMIN, READ),
                to(NOTIFICATION, "POST", "/api/admin/dead-letters/{id}/replay", ADMIN, WRITE),
                to(NOTIFICATION, "GET", "/api/admin/deliveries", ADMIN, READ));
    }
}
