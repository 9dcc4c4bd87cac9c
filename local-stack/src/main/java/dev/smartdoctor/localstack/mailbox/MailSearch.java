package dev.smartdoctor.localstack.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mailpit's search: words that must all be found, `to: from: cc: bcc: subject: addressed: message-id:` with a piece of
 * text, `has:attachment`, `is:read`, `is:unread`, quotation marks around what has blanks, `-` or `!` before what must not
 * be. Case does not count.
 */
final class MailSearch {

    private static final Pattern TERM = Pattern.compile("[-!]?(?:[a-z-]+:)?\"[^\"]*\"|\\S+", Pattern.CASE_INSENSITIVE);

    private MailSearch() {
    }

    static Predicate<Mail> parse(String query) {
        List<Predicate<Mail>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(query);
        while (matcher.find()) {
            terms.add(term(Mail.lower(matcher.group())));
        }
        return mail -> terms.stream().allMatch(term -> term.test(mail));
    }

    private static Predicate<Mail> term(String term) {
        boolean negative = term.length() > 1 && (term.startsWith("-") || term.startsWith("!"));
        String positive = negative ? term.substring(1) : term;
        int colon = positive.indexOf(':');
        String field = colon < 0 ? "" : positive.substring(0, colon);
        String wanted = positive.substring(colon + 1).replace("\"", "").strip();
        Predicate<Mail> predicate = field(field, wanted, positive.replace("\"", ""));
        return negative ? predicate.negate() : predicate;
    }

    private static Predicate<Mail> field(String field, String wanted, String whole) {
        return switch (field) {
            case "to" -> mail -> any(mail.to(), wanted);
            case "from" -> mail -> mail.from().contains(wanted);
            case "cc" -> mail -> any(mail.cc(), wanted);
            case "bcc" -> mail -> any(mail.bcc(), wanted);
            case "addressed" -> mail -> mail.from().contains(wanted) || any(mail.to(), wanted)
                    || any(mail.cc(), wanted) || any(mail.bcc(), wanted) || any(mail.replyTo(), wanted);
            case "subject" -> mail -> Mail.lower(mail.subject()).contains(wanted);
            case "message-id" -> mail -> Mail.lower(mail.messageId()).contains(wanted);
            case "has" -> mail -> wanted.startsWith("attachment") && !mail.files().isEmpty();
            case "is" -> mail -> wanted.equals("read") == mail.envelope().read();
            default -> mail -> anywhere(mail, whole);
        };
    }

    private static boolean any(List<Address> addresses, String wanted) {
        return addresses.stream().anyMatch(address -> address.contains(wanted));
    }

    private static boolean anywhere(Mail mail, String wanted) {
        return Mail.lower(mail.subject()).contains(wanted) || Mail.lower(mail.text()).contains(wanted)
                || Mail.lower(mail.html()).contains(wanted) || mail.from().contains(wanted) || any(mail.to(), wanted);
    }
}
