package dev.smartdoctor.notification;

import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real SMTP server behind a {@link SmtpFrontDoor}, and appointment-service answered by the stand-in of auth-service. */
public class MailroomTestResource implements QuarkusTestResourceLifecycleManager {
    private GreenMail mailbox;
    private SmtpFrontDoor door;

    /** After the platform's resource, which starts the stand-in. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        door = new SmtpFrontDoor(mailbox.getSmtp().getPort());
        return Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(door.port()),
                "APPOINTMENT_SERVICE_URL", System.getProperty("smart-doctor.testing.auth-stand-in"),
                "PUBLIC_URL", "https://clinic.example", "MAIL_FROM", "Smart Doctor <no-reply@clinic.example>");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mailbox, new TestInjector.MatchesType(GreenMail.class));
        injector.injectIntoFields(door, new TestInjector.MatchesType(SmtpFrontDoor.class));
    }

    @Override
    public void stop() {
        if (door != null) {
            door.shut();
            mailbox.stop();
        }
    }
}
