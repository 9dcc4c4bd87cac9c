package dev.smartdoctor.assistant.appointments;

import dev.smartdoctor.platform.problem.ApiException;
import io.vertx.core.json.JsonObject;

/** appointment-service said no; its own status, code and members (such as alternatives) are passed on as they are. */
public final class AppointmentRefused extends ApiException {

    private AppointmentRefused(int status, JsonObject problem) {
        super(status, problem.getString("code", "CONFLICT"), problem.getString("title", "Refused"),
                problem.getString("detail", "The visit could not be changed."));
    }

    static AppointmentRefused of(int status, JsonObject problem) {
        AppointmentRefused refused = new AppointmentRefused(status, problem);
        problem.getMap().keySet().stream().filter(AppointmentRefused::isOwnMember)
                .forEach(member -> refused.with(member, problem.getMap().get(member)));
        return refused;
    }

    private static boolean isOwnMember(String member) {
        return switch (member) {
            case "type", "title", "status", "detail", "instance", "code", "traceId" -> false;
            default -> true;
        };
    }
}
