package dev.smartdoctor.localstack.stack;

import dev.smartdoctor.localstack.service.Service;

/** Every port that the stack listens on; the setting that changes it has the constant's name and the ending _PORT. */
public enum Port {

    GATEWAY(8080),
    AUTH(8081),
    APPOINTMENT(8082),
    ASSISTANT(8083),
    NOTIFICATION(8084),
    GATEWAY_MANAGEMENT(9080),
    AUTH_MANAGEMENT(9081),
    APPOINTMENT_MANAGEMENT(9082),
    ASSISTANT_MANAGEMENT(9083),
    NOTIFICATION_MANAGEMENT(9084),
    POSTGRES(15432),
    REDIS(16379),
    MAILBOX_SMTP(1025),
    MAILBOX(8025);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    public int standard() {
        return standard;
    }

    public String setting() {
        return name() + "_PORT";
    }

    public static Port of(Service service) {
        return valueOf(service.name());
    }

    public static Port management(Service service) {
        return valueOf(service.name() + "_MANAGEMENT");
    }
}
