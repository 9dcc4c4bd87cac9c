package dev.smartdoctor.localstack.mailbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The pages that a person reads. Every text that comes from a mail passes {@link #escape}; the mail's own HTML appears
 * only in a frame that may neither run scripts nor load anything, and opens links in a tab of their own.
 */
final class MailPage {

    /** For the frame and, again, for whoever opens the HTML alone. */
    static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("d MMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int SHOWN = 200;

    private MailPage() {
    }

    static String list(List<Mail> mails, String query) {
        String rows = mails.stream().limit(SHOWN).map(MailPage::row).collect(Collectors.joining());
        String body = """
                <header><h1>Mailbox</h1><p>Mails of the local run. None of them leaves this machine.</p>
                <form action="/" role="search"><label for="query">Search</label>
                <input id="query" name="query" value="%s" placeholder="to:patient@example.org"></form></header>
                <main>%s</main>""".formatted(escape(query), rows.isEmpty()
                ? "<p>No mail.</p>"
                : "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead><tbody>" + rows
                        + "</tbody></table>");
        String refresh = query.isEmpty() ? "<meta http-equiv=\"refresh\" content=\"10\">" : "";
        return page("Mailbox", refresh, body);
    }

    static String message(Mail mail) {
        String facts = fact("From", addresses(List.of(mail.from()))) + fact("To", addresses(mail.to()))
                + (mail.cc().isEmpty() ? "" : fact("Cc", addresses(mail.cc())))
                + (mail.bcc().isEmpty() ? "" : fact("Bcc", addresses(mail.bcc())))
                + fact("Date", TIME.format(mail.date()));
        String html = mail.html().isEmpty()
                ? ""
                : "<iframe title=\"The mail as HTML\" sandbox=\"" + SANDBOX + "\" src=\"/view/" + escape(mail.id())
                        + ".html\"></iframe>";
        String text = mail.text().isBlank()
                ? ""
                : "<details" + (html.isEmpty() ? " open" : "") + "><summary>Plain text</summary><pre>"
                        + escape(mail.text()) + "</pre></details>";
        String files = mail.attachments().stream().map(each -> file(mail, each)).collect(Collectors.joining());
        return page(mail.subject(), "",
                "<header><p><a href=\"/\">Mailbox</a></p><h1>" + escape(mail.subject()) + "</h1><dl>" + facts
                        + "</dl></header><main>" + (files.isEmpty() ? "" : "<ul>" + files + "</ul>") + html + text
                        + "<p><a href=\"/api/v1/message/" + escape(mail.id()) + "/raw\">Source</a></p></main>");
    }

    /** The mail's HTML for the frame: links leave the frame, since inside it no page would work. */
    static String frame(Mail mail) {
        return "<base target=\"_blank\">" + mail.html();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String row(Mail mail) {
        String link = "<a href=\"/view/" + escape(mail.id()) + "\">"
                + escape(mail.subject().isBlank() ? "(no subject)" : mail.subject()) + "</a>";
        return "<tr" + (mail.envelope().read() ? "" : " class=\"unread\"") + "><td>"
                + TIME.format(mail.envelope().received()) + "</td><td>" + escape(addresses(mail.to())) + "</td><td>"
                + link + "<br><small>" + escape(mail.snippet()) + "</small></td></tr>";
    }

    private static String file(Mail mail, Attachment each) {
        return "<li><a href=\"/api/v1/message/" + escape(mail.id()) + "/part/" + escape(each.partId()) + "\">"
                + escape(each.fileName().isBlank() ? "part " + each.partId() : each.fileName()) + "</a> ("
                + escape(each.contentType()) + ", " + each.content().length + " bytes)</li>";
    }

    private static String fact(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + escape(value) + "</dd>";
    }

    private static String addresses(List<Address> addresses) {
        return addresses.stream()
                .map(each -> each.name().isBlank() ? each.address() : each.name() + " <" + each.address() + ">")
                .collect(Collectors.joining(", "));
    }

    private static String page(String title, String head, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title) + "</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" + head
                + "<link rel=\"stylesheet\" href=\"/mailbox.css\"></head><body>" + body + "</body></html>";
    }
}
