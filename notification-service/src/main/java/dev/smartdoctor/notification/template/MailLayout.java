package dev.smartdoctor.notification.template;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.notification.template.MailContent.CalendarFile;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

/** Gives a letter its looks: the same parts once as HTML, where everything is escaped, and once as text. */
@ApplicationScoped
public class MailLayout {
    private final Template html;
    private final Template text;

    MailLayout(@Location("mail/letter.html") Template html, @Location("mail/letter.txt") Template text) {
        this.html = html;
        this.text = text;
    }

    public MailContent render(Letter letter, Optional<CalendarFile> calendar) {
        return new MailContent(letter.lang(), letter.subject(), html.data("letter", letter).render(),
                text.data("letter", letter).render(), calendar);
    }
}
