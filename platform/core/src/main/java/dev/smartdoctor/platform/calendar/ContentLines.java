package dev.smartdoctor.platform.calendar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of a calendar file (RFC 5545, 3.1), where ical4j is laxer than the readers it is read by. */
public final class ContentLines {
    private static final int MOST_OCTETS = 75;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private ContentLines() {
    }

    /** Cut into lines of at most 75 octets, between characters; ical4j counts characters. */
    public static String folded(String calendar) {
        StringBuilder text = new StringBuilder();
        int octets = 0;
        for (int point : calendar.codePoints().toArray()) {
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + size > MOST_OCTETS) {
                text.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    /**
     * What a person wrote, with its lines joined by commas: ical4j writes a lone carriage return as it is, and many readers
     * take what follows for a property of its own.
     */
    public static String oneLine(String text) {
        return LINE_BREAK.splitAsStream(text).map(line -> CONTROL.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty()).collect(Collectors.joining(", "));
    }
}
