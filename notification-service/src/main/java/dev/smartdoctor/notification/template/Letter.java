package dev.smartdoctor.notification.template;

import java.util.List;
import java.util.Optional;

/**
 * The parts of a mail in the order they are read, as plain text: the layout escapes. Facts are label and value; the note stands
 * below the button.
 */
public record Letter(Language language, String subject, String heading, String greeting, String text, List<Fact> facts,
        Button button, Optional<String> note, Optional<String> privacy, Footer footer) {

    /** One line of the table: "When", "Tuesday, …". */
    public record Fact(String label, String value) {}

    /** Where to go from here; the hint introduces the bare address for those whose button does not work. */
    public record Button(String label, String url, String hint) {}

    /** Why this mail came, and from whom. */
    public record Footer(String reason, String signature) {}

    public String lang() {
        return language.code();
    }

    public String dir() {
        return language.direction();
    }
}
